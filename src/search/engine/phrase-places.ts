import type { Posting } from '../form/posting-chunk.ts';

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
export function phrasePlaces(parts: readonly PhrasePart[]): readonly Posting[] {
  const [only, ...more] = parts;
  if (only?.place === 0 && more.length === 0) return only.postings;
  // The rarest place says which letters come into question.
  const rarest = [...parts].sort((a, b) => rowsOf(a) - rowsOf(b))[0];
  const [first, ...alternatives] = rarest?.postings ?? [];
  if (rarest === undefined || first === undefined) return [];
  const lead = alternatives.reduce(join, first);
  const others = parts.flatMap((part) =>
    part === rarest
      ? []
      : [
          part.postings.map((posting): Reading => {
            return { ...posting, distance: part.place - rarest.place, index: 0, at: 0, end: 0 };
          }),
        ],
  );
  // Not more letters and places than the rarest has.
  const rows = new Uint32Array(lead.rows.length);
  const starts = new Uint32Array(lead.rows.length + 1);
  const places = new Uint32Array(countOf(lead));
  let [count, end] = [0, 0];
  for (const [index, row] of lead.rows.entries()) {
    if (!others.every((readings) => openRow(readings, row))) continue;
    for (let at = lead.starts[index] ?? 0; at < (lead.starts[index + 1] ?? 0); at += 1) {
      const place = lead.places[at] ?? 0;
      if (others.every((readings) => hasPlace(readings, place))) places[end++] = place - rarest.place;
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

/** A token on the way through the letters, and through its places in one. */
interface Reading extends Posting {
  /** From the leading token's places. */
  distance: number;
  /** The letter, among those of the token. */
  index: number;
  /** Where its places are, from the next one on. */
  at: number;
  end: number;
}

/** Goes on to a letter; whether any of the tokens stands there. */
function openRow(readings: readonly Reading[], row: number): boolean {
  let stands = false;
  for (const reading of readings) {
    const { rows, starts } = reading;
    reading.index = indexFrom(rows, row, reading.index);
    const isHere = rows[reading.index] === row;
    reading.at = isHere ? (starts[reading.index] ?? 0) : 0;
    reading.end = isHere ? (starts[reading.index + 1] ?? 0) : 0;
    stands ||= isHere;
  }
  return stands;
}

/** Goes on in the letter; whether any of the tokens stands at its distance from a place. */
function hasPlace(readings: readonly Reading[], lead: number): boolean {
  for (const reading of readings) {
    const { places, end, distance } = reading;
    const place = lead + distance;
    while (reading.at < end && (places[reading.at] ?? 0) < place) reading.at += 1;
    if (reading.at < end && places[reading.at] === place) return true;
  }
  return false;
}

/** The first index at or after `from` whose row is not smaller: by steps that double, then by halving. */
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
