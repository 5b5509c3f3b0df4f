import type { Posting } from '../form/posting-chunk.ts';

/** A posting that is read letter by letter, and position by position within a letter. */
export interface PostingCursor extends Posting {
  /** Index of the letter in `rows`. */
  index: number;
  /** Where the letter's positions begin and end in `positions`. */
  from: number;
  to: number;
  /** Index of the position that is looked at. */
  at: number;
}

export function openCursor(posting: Posting): PostingCursor {
  return { ...posting, index: 0, from: 0, to: 0, at: 0 };
}

/**
 * Moves cursors to a letter.
 *
 * @param row Not below that of the call before.
 * @returns Whether any of the postings has the letter.
 */
export function seekRow(cursors: readonly PostingCursor[], row: number): boolean {
  let occurs = false;
  for (const cursor of cursors) {
    const { rows, starts } = cursor;
    cursor.index = indexFrom(rows, row, cursor.index);
    const isHere = rows[cursor.index] === row;
    cursor.from = isHere ? (starts[cursor.index] ?? 0) : 0;
    cursor.to = isHere ? (starts[cursor.index + 1] ?? 0) : 0;
    cursor.at = cursor.from;
    occurs ||= isHere;
  }
  return occurs;
}

/**
 * Whether any of the postings has a position of the letter, or one at most `distance` away.
 *
 * @param position Not below that of the call before.
 */
export function hasPosition(cursors: readonly PostingCursor[], position: number, distance = 0): boolean {
  for (const cursor of cursors) {
    const { positions, to } = cursor;
    while (cursor.at < to && (positions[cursor.at] ?? 0) < position - distance) cursor.at += 1;
    if (cursor.at < to && (positions[cursor.at] ?? 0) <= position + distance) return true;
  }
  return false;
}

/** The first index at or after `from` whose row is not below `row`, by galloping search. */
function indexFrom(rows: Uint32Array, row: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < rows.length && (rows[low + step] ?? 0) < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(rows.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
