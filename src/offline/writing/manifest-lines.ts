import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { algorithms, type FileHashes } from '../../archive/bag/bag.ts';
import { writeLocalHeader } from '../../archive/zip/zip-records.ts';
import type { ZipEntry } from '../../archive/zip/zip-entry.ts';
import { deflatePiece, pieceSize, type PackedFile } from '../threads/pack-file.ts';

/** Cuts lines into the pieces that are compressed at once; the last one may be shorter. */
function* cutLines(lines: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(pieceSize);
  let held = 0;
  const encoder = new TextEncoder();
  for (const line of lines) {
    for (let rest = encoder.encode(line); rest.length > 0;) {
      const part = rest.subarray(0, pieceSize - held);
      piece.set(part, held);
      held += part.length;
      rest = rest.subarray(part.length);
      if (held < pieceSize) continue;
      yield piece;
      [piece, held] = [new Uint8Array(pieceSize), 0];
    }
  }
  if (held > 0) yield piece.subarray(0, held);
}

function startHashes() {
  const sums = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  return {
    update(piece: Uint8Array) {
      for (const [, sum] of sums) sum.update(piece);
    },
    digest: () =>
      Object.fromEntries(sums.map(([algorithm, sum]) => [algorithm, sum.digest('hex')])) as FileHashes,
  };
}

/** Hashes lines in UTF-8 as one text. */
export function hashLines(lines: Iterable<string>): FileHashes {
  const hashes = startHashes();
  for (const piece of cutLines(lines)) hashes.update(piece);
  return hashes.digest();
}

/**
 * Packs lines in UTF-8 as one file, to the same bytes as if they were one text; that is never in memory as a whole.
 *
 * @returns What goes into the zip, one part behind the other, header first.
 */
export function packLines(name: string, lines: Iterable<string>): PackedFile & { parts: Uint8Array[] } {
  const hashes = startHashes();
  const pieces: Uint8Array[] = [];
  let [crc, size, last] = [0, 0, new Uint8Array(0)];
  for (const piece of cutLines(lines)) {
    if (size > 0) pieces.push(deflatePiece(last, false).slice());
    hashes.update(piece);
    crc = crc32(piece, crc);
    size += piece.length;
    last = piece;
  }
  pieces.push(deflatePiece(last, true).slice());
  const packed = pieces.reduce((sum, { length }) => sum + length, 0);
  const isSmaller = packed < size;
  const entry: ZipEntry = {
    ...{ name, method: isSmaller ? 'deflated' : 'stored', crc, size },
    packed: isSmaller ? packed : size,
  };
  const parts = isSmaller ? pieces : [...cutLines(lines)];
  return { entry, hashes: hashes.digest(), parts: [writeLocalHeader(entry), ...parts] };
}
