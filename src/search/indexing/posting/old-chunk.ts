import { inflateRawSync } from 'node:zlib';
import { createByteSink, putBytes, putInteger, takeInteger, writtenBytes } from './byte-sink.ts';
import { lineEnd } from './chunk-builder.ts';
import { unitMark } from '../../text/tokens.ts';

const unitByte = unitMark.charCodeAt(0);

/**
 * Reads a chunk of the last edition back into the form of `posting-run.ts`, with the rows of this edition.
 *
 * @param chunk From `packChunk`.
 * @param rowOf The new row of each old one; negative for a letter that is left out.
 */
export function readOldChunk(chunk: Buffer, rowOf: Int32Array): Uint8Array {
  const length = chunk.readUInt32LE(0);
  // Inflating gives the same bytes everywhere; only compressing does not.
  const bytes: Uint8Array = inflateRawSync(chunk.subarray(8, 4 + length));
  const lower = chunk.subarray(4 + length);
  const letterCounts = { bytes, at: 0 };
  const tokens = takeInteger(letterCounts);
  const rows = { bytes, at: letterCounts.at };
  let letters = 0;
  for (let token = 0; token < tokens; token += 1) letters += takeInteger(rows);
  const counts = { bytes, at: skipIntegers(bytes, rows.at, letters) };
  const upper = { bytes, at: skipIntegers(bytes, counts.at, letters) };
  let nameAt = skipIntegers(bytes, upper.at, lower.length);
  const run = createByteSink(2 * (bytes.length + lower.length));
  const ofToken = createByteSink();
  let position = 0;
  for (let token = 0; token < tokens; token += 1) {
    const lineAt = bytes.indexOf(lineEnd, nameAt);
    const nameEnd = lineAt < 0 ? bytes.length : lineAt;
    const isUnit = bytes[nameEnd - 1] === unitByte;
    let old = rowOf.length - 1 - takeInteger(rows);
    let [kept, last] = [0, 0];
    ofToken.end = 0;
    for (let left = takeInteger(letterCounts); left > 0; left -= 1) {
      const row = rowOf[old] ?? -1;
      const count = takeInteger(counts);
      const positions = isUnit ? 0 : count;
      if (row >= 0) {
        putInteger(ofToken, row - last);
        putInteger(ofToken, count);
        last = row;
        kept += 1;
      }
      for (let each = 0; each < positions; each += 1) {
        const step = takeInteger(upper) * 256 + (lower[position++] ?? 0);
        if (row >= 0) putInteger(ofToken, step);
      }
      if (left > 1) old += takeInteger(rows);
    }
    if (kept > 0) {
      putInteger(run, nameEnd - nameAt);
      putBytes(run, bytes, nameAt, nameEnd);
      putInteger(run, kept);
      putBytes(run, ofToken.bytes, 0, ofToken.end);
    }
    nameAt = nameEnd + 1;
  }
  return writtenBytes(run);
}

function skipIntegers(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; at += 1) if ((bytes[at] ?? 0) < 0x80) left -= 1;
  return at;
}
