import { inflateRawSync } from 'node:zlib';
import { unitMark } from '../../text/tokens.ts';
import {
  createByteSink,
  putBytes,
  putInteger,
  takeInteger,
  writtenBytes,
  type ByteSink,
} from './byte-sink.ts';
import { lineEnd } from './line-end.ts';

/** A range of bytes. */
interface Range {
  from: number;
  to: number;
}

/** A chunk of the last edition, read token by token. */
export interface OldChunk {
  bytes: Uint8Array;
  /** Lowest bytes of the steps from position to position. */
  lowerBytes: Uint8Array;
  tokensLeft: number;
  /** The current token: its name, letters and positions. */
  token: string;
  letters: number;
  positions: number;
  /** What the parts of the chunk say of it; see `posting-chunk.ts`. */
  letterCounts: Range;
  rows: Range;
  counts: Range;
  upper: Range;
  lower: Range;
  name: Range;
}

const decoder = new TextDecoder();
const unitByte = unitMark.charCodeAt(0);

/** Opens a chunk before its first token. @param chunk From `packChunk`. */
export function openOldChunk(chunk: Buffer): OldChunk {
  const length = chunk.readUInt32LE(0);
  // Inflating gives the same bytes everywhere; only compressing does not.
  const bytes: Uint8Array = inflateRawSync(chunk.subarray(8, 4 + length));
  const lowerBytes = chunk.subarray(4 + length);
  const letterCounts = { bytes, at: 0 };
  const tokensLeft = takeInteger(letterCounts);
  const rows = { bytes, at: letterCounts.at };
  let letters = 0;
  for (let token = 0; token < tokensLeft; token += 1) letters += takeInteger(rows);
  const counts = skipIntegers(bytes, rows.at, letters);
  const upper = skipIntegers(bytes, counts, letters);
  const name = skipIntegers(bytes, upper, lowerBytes.length);
  const before = (to: number) => ({ from: to, to });
  return {
    ...{ bytes, lowerBytes, tokensLeft, token: '', letters: 0, positions: 0 },
    ...{ letterCounts: before(letterCounts.at), rows: before(rows.at), counts: before(counts) },
    // Of the name also the line end behind it.
    ...{ upper: before(upper), lower: before(0), name: before(name - 1) },
  };
}

/** Moves to the next token; false if there is none. */
export function nextOldToken(chunk: OldChunk): boolean {
  if (chunk.tokensLeft === 0) return false;
  chunk.tokensLeft -= 1;
  const { bytes, letterCounts, rows, counts, upper, lower, name } = chunk;
  name.from = name.to + 1;
  const end = bytes.indexOf(lineEnd, name.from);
  name.to = end < 0 ? bytes.length : end;
  chunk.token = decoder.decode(bytes.subarray(name.from, name.to));
  const count = { bytes, at: letterCounts.to };
  letterCounts.from = letterCounts.to;
  chunk.letters = takeInteger(count);
  letterCounts.to = count.at;
  rows.from = rows.to;
  rows.to = skipIntegers(bytes, rows.from, chunk.letters);
  counts.from = counts.to;
  const each = { bytes, at: counts.from };
  let positions = 0;
  for (let letter = 0; letter < chunk.letters; letter += 1) positions += takeInteger(each);
  counts.to = each.at;
  const isUnit = bytes[name.to - 1] === unitByte;
  chunk.positions = isUnit ? chunk.letters : positions;
  const steps = isUnit ? 0 : positions;
  upper.from = upper.to;
  upper.to = skipIntegers(bytes, upper.from, steps);
  lower.from = lower.to;
  lower.to = lower.from + steps;
  return true;
}

/**
 * Writes the current token in the form of `posting-run.ts`, unless no letter of it is left.
 *
 * @param rowOf The new row of each old one; negative for a letter that is left out.
 */
export function putOldToken(run: ByteSink, chunk: OldChunk, rowOf: Int32Array): void {
  const { bytes, lowerBytes, name } = chunk;
  const isUnit = bytes[name.to - 1] === unitByte;
  const [rows, counts, upper] = [
    { bytes, at: chunk.rows.from },
    { bytes, at: chunk.counts.from },
    { bytes, at: chunk.upper.from },
  ];
  let position = chunk.lower.from;
  let old = rowOf.length - 1 - takeInteger(rows);
  let [kept, last] = [0, 0];
  const letters = createByteSink(
    chunk.rows.to - chunk.rows.from + 2 * (chunk.lower.to - chunk.lower.from) + 64,
  );
  for (let left = chunk.letters; left > 0; left -= 1) {
    const row = rowOf[old] ?? -1;
    const count = takeInteger(counts);
    if (row >= 0) {
      putInteger(letters, row - last);
      putInteger(letters, count);
      last = row;
      kept += 1;
    }
    for (let each = isUnit ? 0 : count; each > 0; each -= 1) {
      const step = takeInteger(upper) * 256 + (lowerBytes[position++] ?? 0);
      if (row >= 0) putInteger(letters, step);
    }
    if (left > 1) old += takeInteger(rows);
  }
  if (kept === 0) return;
  putInteger(run, name.to - name.from);
  putBytes(run, bytes, name.from, name.to);
  putInteger(run, kept);
  putBytes(run, letters.bytes, 0, letters.end);
}

/** Reads a whole chunk back into the form of `posting-run.ts`, with the rows of this edition. */
export function readOldChunk(chunk: Buffer, rowOf: Int32Array): Uint8Array {
  const old = openOldChunk(chunk);
  const run = createByteSink(2 * (old.bytes.length + old.lowerBytes.length));
  while (nextOldToken(old)) putOldToken(run, old, rowOf);
  return writtenBytes(run);
}

function skipIntegers(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; at += 1) if ((bytes[at] ?? 0) < 0x80) left -= 1;
  return at;
}
