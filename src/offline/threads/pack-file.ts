import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { FileHashes } from '../../archive/bag/bag.ts';
import { writeLocalHeader } from '../../archive/zip/zip-records.ts';
import type { ZipEntry } from '../../archive/zip/zip-entry.ts';
import { deflateRaw } from '../../deflate/deflate.ts';

/** A file to be put into a zip. */
export interface FileToPack {
  /** Absolute path. */
  file: string;
  /** Its name in the zip. */
  name: string;
  /** In bytes. */
  size: number;
}

/** A file as it is in a zip. */
export interface PackedFile {
  entry: ZipEntry;
  hashes: FileHashes;
}

/** Files up to this size are packed in memory, larger ones piece by piece. In bytes. */
export const largestInMemory = 8 << 20;

/** What is compressed at once: further back than its window DEFLATE finds nothing. */
export const pieceSize = 1 << 20;

/** How many earlier places are compared: then files are as small as Info-ZIP makes them. */
const probes = 16;

/** Kinds of files that are compressed already, some with names of Pagefind's. */
const packedKinds =
  /\.(?:gz|zip|7z|rar|docx|xlsx|pptx|wps|ofd|pdf|png|jpe?g|gif|webp|avif|woff2?|mp[34]|pagefind|pf_\w+)$/i;

/** Packs bytes. @returns What goes into the zip, one part behind the other, header first. */
export function packBytes(name: string, bytes: Uint8Array): PackedFile & { parts: Uint8Array[] } {
  const pieces = packedKinds.test(name) ? [bytes] : deflatePieces(bytes);
  const packed = pieces.reduce((sum, { length }) => sum + length, 0);
  const isSmaller = packed < bytes.length;
  const entry: ZipEntry = {
    ...{ name, method: isSmaller ? 'deflated' : 'stored', crc: crc32(bytes), size: bytes.length },
    packed: isSmaller ? packed : bytes.length,
  };
  const hashes = { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) };
  return { entry, hashes, parts: [writeLocalHeader(entry), ...(isSmaller ? pieces : [bytes])] };
}

function deflatePieces(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += pieceSize)
    pieces.push(deflatePiece(bytes.subarray(from, from + pieceSize), from + pieceSize >= bytes.length));
  return pieces;
}

/** Compresses a piece of a stream. @param isLast False when more of it follows. */
export function deflatePiece(piece: Uint8Array, isLast: boolean): Uint8Array {
  return deflateRaw(piece, [{ end: piece.length, probes }], isLast);
}

/** Packs a file that fits into memory. @throws Error in Chinese when it is not as it was listed. */
export function packSmallFile({ file, name, size }: FileToPack): PackedFile & { parts: Uint8Array[] } {
  const bytes = readFileSync(file);
  if (bytes.length !== size) throw changedMeanwhile(file);
  return packBytes(name, bytes);
}

/**
 * Packs a large file without its header, which states what is known only at the end.
 *
 * @param emit Takes a piece, which is overwritten afterwards; awaited before the next one.
 * @throws Error in Chinese when it is not as it was listed.
 */
export async function packLargeFile(
  { file, name, size }: FileToPack,
  emit: (piece: Uint8Array) => Promise<void>,
): Promise<PackedFile> {
  const isStored = packedKinds.test(name);
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
  let [crc, packed, at] = [0, 0, 0];
  const input = await open(file, 'r');
  const room = Buffer.allocUnsafeSlow(pieceSize);
  try {
    while (at < size) {
      const buffer = room.subarray(0, Math.min(pieceSize, size - at));
      const { bytesRead } = await input.read(buffer, 0, buffer.length, at);
      if (bytesRead !== buffer.length) throw changedMeanwhile(file);
      at += bytesRead;
      crc = crc32(buffer, crc);
      sha256.update(buffer);
      sm3.update(buffer);
      const piece = isStored ? buffer : deflatePiece(buffer, at >= size);
      packed += piece.length;
      await emit(piece);
    }
    if ((await input.stat()).size !== size) throw changedMeanwhile(file);
  } finally {
    await input.close();
  }
  return {
    entry: { name, method: isStored ? 'stored' : 'deflated', crc, packed, size },
    hashes: { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') },
  };
}

function changedMeanwhile(file: string): Error {
  return new Error(`${file} 在打包时被改动了。请等别的程序写完后再试。`);
}
