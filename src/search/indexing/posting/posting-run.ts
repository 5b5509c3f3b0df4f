import { unitMark } from '../../text/tokens.ts';
import { takeInteger, type ByteSource } from './byte-sink.ts';

/*
 * Postings while an index is built: for each token, in the order of code points, integers in LEB128:
 *
 *     length of the token in UTF-8; the token
 *     number of letters; of each the step from the row before (the first from 0), and
 *         of a single unit the zones in which it occurs, a bit each
 *         of others the number of positions, and the steps between them (the first from 0)
 */

const unitByte = unitMark.charCodeAt(0);

/** Reads a run token by token. */
export interface RunCursor extends ByteSource {
  /** Where the run ends. */
  end: number;
  /** The row in the shard of each row of the run. */
  rows: Uint32Array;
  /** The current token's range in `bytes`; empty at the end. */
  tokenFrom: number;
  tokenTo: number;
  isUnit: boolean;
  /** Letters of the current token that are not read yet. */
  lettersLeft: number;
  /** Row of the letter that is read next, in the run and in the shard. */
  localRow: number;
  row: number;
}

/** Opens a run at its first token. */
export function openRun(bytes: Uint8Array, rows: Uint32Array, from = 0, end = bytes.length): RunCursor {
  const cursor = {
    ...{ bytes, end, rows, at: from, tokenFrom: 0, tokenTo: 0, isUnit: false, lettersLeft: 0 },
    ...{ localRow: 0, row: 0 },
  };
  nextToken(cursor);
  return cursor;
}

/** Moves to the next token; all letters of the one before must have been read. */
export function nextToken(cursor: RunCursor): void {
  cursor.tokenFrom = cursor.tokenTo = 0;
  if (cursor.at >= cursor.end) return;
  const length = takeInteger(cursor);
  cursor.tokenFrom = cursor.at;
  cursor.at += length;
  cursor.tokenTo = cursor.at;
  cursor.isUnit = cursor.bytes[cursor.at - 1] === unitByte;
  cursor.lettersLeft = takeInteger(cursor);
  cursor.localRow = 0;
  if (cursor.lettersLeft > 0) nextRow(cursor);
}

/** Whether the cursor is behind the last token. */
export function isAtEnd({ tokenTo }: RunCursor): boolean {
  return tokenTo === 0;
}

/** Reads the row of the next letter. */
export function nextRow(cursor: RunCursor): void {
  cursor.localRow += takeInteger(cursor);
  cursor.row = cursor.rows[cursor.localRow] ?? 0;
}

const decoder = new TextDecoder();

/** The current token. */
export function tokenAt({ bytes, tokenFrom, tokenTo }: RunCursor): string {
  return decoder.decode(bytes.subarray(tokenFrom, tokenTo));
}

/** Reads the letters that are left of the current token; returns its positions, or letters of a single unit. */
export function skipLetters(cursor: RunCursor): number {
  let positions = 0;
  while (cursor.lettersLeft > 0) {
    const count = takeInteger(cursor);
    positions += cursor.isUnit ? 1 : count;
    if (!cursor.isUnit) for (let left = count; left > 0; left -= 1) takeInteger(cursor);
    cursor.lettersLeft -= 1;
    if (cursor.lettersLeft > 0) nextRow(cursor);
  }
  return positions;
}

/** Compares the current tokens by their bytes: negative, 0 or positive. */
export function compareTokens(one: RunCursor, other: RunCursor): number {
  const lengths = one.tokenTo - one.tokenFrom - (other.tokenTo - other.tokenFrom);
  const until = lengths < 0 ? one.tokenTo : one.tokenFrom + other.tokenTo - other.tokenFrom;
  const [left, right] = [one.bytes, other.bytes];
  for (let at = one.tokenFrom, to = other.tokenFrom; at < until; at += 1, to += 1) {
    const difference = (left[at] ?? 0) - (right[to] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengths;
}
