import type { Posting } from '../form/posting-chunk.ts';
import { hasPosition, openCursor, seekRow } from './posting-cursor.ts';

/** The postings of the tokens that a phrase allows at one offset. */
export interface PhrasePart {
  /** In tokens from the beginning of the phrase. */
  offset: number;
  /** No two of them have the same position of a letter. */
  postings: readonly Posting[];
}

/**
 * Finds where tokens occur at the same distances as in the phrase.
 *
 * @returns Where the phrase begins: the postings as they are when there is nothing to compare, else one at most.
 */
export function findPhrasePositions(parts: readonly PhrasePart[]): readonly Posting[] {
  const [only, ...more] = parts;
  if (only?.offset === 0 && more.length === 0) return only.postings;
  // Only letters of the rarest part can match.
  const rarest = [...parts].sort((a, b) => countRows(a) - countRows(b))[0];
  const [first, ...alternatives] = rarest?.postings ?? [];
  if (rarest === undefined || first === undefined) return [];
  const lead = alternatives.reduce(union, first);
  const others = parts
    .filter((part) => part !== rarest)
    .map(({ offset, postings }) => ({
      cursors: postings.map(openCursor),
      distance: offset - rarest.offset,
    }));
  // The result has at most as many letters and positions as the rarest part.
  const rows = new Uint32Array(lead.rows.length);
  const starts = new Uint32Array(lead.rows.length + 1);
  const positions = new Uint32Array(countPositions(lead));
  let [count, end] = [0, 0];
  for (const [index, row] of lead.rows.entries()) {
    if (!others.every(({ cursors }) => seekRow(cursors, row))) continue;
    for (let at = lead.starts[index] ?? 0; at < (lead.starts[index + 1] ?? 0); at += 1) {
      const position = lead.positions[at] ?? 0;
      const matches = others.every(({ cursors, distance }) => hasPosition(cursors, position + distance));
      if (matches) positions[end++] = position - rarest.offset;
    }
    if (end === starts[count]) continue;
    rows[count] = row;
    count += 1;
    starts[count] = end;
  }
  return count === 0
    ? []
    : [{ rows: rows.subarray(0, count), starts: starts.subarray(0, count + 1), positions }];
}

function countRows({ postings }: PhrasePart): number {
  return postings.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Where either of two tokens occurs. */
function union(one: Posting, other: Posting): Posting {
  const rows = new Uint32Array(one.rows.length + other.rows.length);
  const starts = new Uint32Array(rows.length + 1);
  const positions = new Uint32Array(countPositions(one) + countPositions(other));
  let [count, end, a, b] = [0, 0, 0, 0];
  while (a < one.rows.length || b < other.rows.length) {
    const [left, right] = [one.rows[a] ?? Infinity, other.rows[b] ?? Infinity];
    const from = end;
    if (left <= right) end = copyPositions(one, a++, positions, end);
    if (right <= left) end = copyPositions(other, b++, positions, end);
    if (left === right) positions.subarray(from, end).sort();
    rows[count] = Math.min(left, right);
    count += 1;
    starts[count] = end;
  }
  return { rows: rows.subarray(0, count), starts: starts.subarray(0, count + 1), positions };
}

function countPositions({ starts }: Posting): number {
  return (starts.at(-1) ?? 0) - (starts[0] ?? 0);
}

function copyPositions({ starts, positions }: Posting, index: number, to: Uint32Array, at: number): number {
  const from = starts[index] ?? 0;
  const count = (starts[index + 1] ?? 0) - from;
  for (let each = 0; each < count; each += 1) to[at + each] = positions[from + each] ?? 0;
  return at + count;
}
