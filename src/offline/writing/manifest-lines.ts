import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { algorithms, type FileHashes } from '../../archive/bag/bag.ts';
import { deflatePiece, packBytes, pieceSize } from '../threads/pack-file.ts';
import type { ZipWriter } from './zip-writer.ts';

/**
 * Cuts lines into the pieces that are compressed at once; the last one may be shorter. Each is overwritten when the next
 * but one is made.
 */
function* cutLines(lines: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  let [piece, other] = [new Uint8Array(pieceSize), new Uint8Array(0)];
  let held = 0;
  const encoder = new TextEncoder();
  for (const text of joinLines(lines)) {
    for (let rest = encoder.encode(text); rest.length > 0;) {
      const part = rest.subarray(0, pieceSize - held);
      piece.set(part, held);
      held += part.length;
      rest = rest.subarray(part.length);
      if (held < pieceSize) continue;
      yield piece;
      [piece, other, held] = [other.length === 0 ? new Uint8Array(pieceSize) : other, piece, 0];
    }
  }
  if (held > 0) yield piece.subarray(0, held);
}

/** How many characters are encoded at once: each time takes memory that is collected late. */
const encodedAtOnce = 1 << 13;

function* joinLines(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < encodedAtOnce) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Hashes lines in UTF-8 as one text. */
export function hashLines(lines: Iterable<string>): FileHashes {
  const sums = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  for (const piece of cutLines(lines)) for (const [, sum] of sums) sum.update(piece);
  return Object.fromEntries(sums.map(([algorithm, sum]) => [algorithm, sum.digest('hex')])) as FileHashes;
}

/**
 * Adds lines in UTF-8 to a zip as one file, to the same bytes as if they were one text; that is never in memory as a whole,
 * and neither is what it is compressed to.
 */
export async function addLines(zip: ZipWriter, name: string, lines: Iterable<string>): Promise<void> {
  let large: Awaited<ReturnType<ZipWriter['begin']>> | undefined;
  let [crc, size, packed, last] = [0, 0, 0, new Uint8Array(0)];
  const append = async (bytes: Uint8Array) => {
    // No manifest is so long that its size would need another header.
    large ??= await zip.begin(name, pieceSize);
    packed += bytes.length;
    await large.append(bytes);
  };
  for (const piece of cutLines(lines)) {
    if (size > 0) await append(deflatePiece(last, false));
    crc = crc32(piece, crc);
    size += piece.length;
    last = piece;
  }
  if (size <= pieceSize) {
    const { entry, parts } = packBytes(name, last.slice());
    await zip.add([entry], parts);
    return;
  }
  await append(deflatePiece(last, true));
  await large?.end({ name, method: 'deflated', crc, size, packed });
}
