import type { Posting } from '../form/posting-chunk.ts';
import { hasPlace, openRow, readPosting } from './posting-cursor.ts';

/** A place of a phrase with the tokens that may stand there, as far as they stand anywhere. */
export interface PhrasePart {
  place: number;
  /** No two of them stand at the same place of a letter. */
  postings: readonly Posting[];
}

/**
 * Finds where tokens stand at the same distances as in the phrase.
 *
 * @returns The places where the phrase begins; in several postings as they are, where nothing is to be
 *   compared.
 */
export function phrasePositions(parts: readonly PhrasePart[]): readonly Posting[] {
  const [only, ...more] = parts;
  if (only?.place === 0 && more.length === 0) return only.postings;
  // The rarest place says which letters come into question.
  const rarest = [...parts].sort((a, b) => rowsOf(a) - rowsOf(b))[0];
  const [first, ...alternatives] = rarest?.postings ?? [];
  if (rarest === undefined || first === undefined) return [];
  const lead = alternatives.reduce(join, first);
  const others = parts
    .filter((part) => part !== rarest)
    .map(({ place, postings }) => ({ readings: postings.map(readPosting), distance: place - rarest.place }));
  // Not more letters and places than the rarest has.
  const rows = new Uint32Array(lead.rows.length);
  const starts = new Uint32Array(lead.rows.length + 1);
  const places = new Uint32Array(countOf(lead));
  let [count, end] = [0, 0];
  for (const [index, row] of lead.rows.entries()) {
    if (!others.every(({ readings }) => openRow(readings, row))) continue;
    for (let at = lead.starts[index] ?? 0; at < (lead.starts[index + 1] ?? 0); at += 1) {
      const place = lead.places[at] ?? 0;
      const stands = others.every(({ readings, distance }) => hasPlace(readings, place + distance));
      if (stands) places[end++] = place - rarest.place;
    }
    if (end === starts[count]) continue;
    rows[count] = row;
    count += 1;
    starts[count] = end;
  }
  return count === 0
    ? []
    : [{ rows: rows.subarray(0, count), starts: starts.subarray(0, count + 1), places }];
}

function rowsOf({ postings }: PhrasePart): number {
  return postings.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Where either of two tokens stands. */
function join(one: Posting, other: Posting): Posting {
  const rows = new Uint32Array(one.rows.length + other.rows.length);
  const starts = new Uint32Array(rows.length + 1);
  const places = new Uint32Array(countOf(one) + countOf(other));
  let [count, end, a, b] = [0, 0, 0, 0];
  while (a < one.rows.length || b < other.rows.length) {
    const [left, right] = [one.rows[a] ?? Infinity, other.rows[b] ?? Infinity];
    const from = end;
    if (left <= right) end = copyPlaces(one, a++, places, end);
    if (right <= left) end = copyPlaces(other, b++, places, end);
    if (left === right) places.subarray(from, end).sort();
    rows[count] = Math.min(left, right);
    count += 1;
    starts[count] = end;
  }
  return { rows: rows.subarray(0, count), starts: starts.subarray(0, count + 1), places };
}

function countOf({ starts }: Posting): number {
  return (starts.at(-1) ?? 0) - (starts[0] ?? 0);
}

function copyPlaces({ starts, places }: Posting, index: number, to: Uint32Array, at: number): number {
  const from = starts[index] ?? 0;
  const count = (starts[index + 1] ?? 0) - from;
  for (let each = 0; each < count; each += 1) to[at + each] = places[from + each] ?? 0;
  return at + count;
}
