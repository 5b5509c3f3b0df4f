import type { Posting } from '../form/posting-chunk.ts';

/** A token of a phrase, or some of which any may stand there. */
export interface PhrasePart {
  /** Its place in the phrase. */
  place: number;
  /** Where it stands; undefined when it stands nowhere. */
  posting: Posting | undefined;
}

/**
 * Finds where tokens stand at the same distances as in the phrase.
 *
 * @returns The places where the phrase begins.
 */
export function phrasePlaces(parts: readonly PhrasePart[]): Posting {
  const known = parts.flatMap(({ place, posting }) => (posting ? [{ ...posting, place }] : []));
  // The rarest token says which letters come into question.
  const lead = [...known].sort((a, b) => a.rows.length - b.rows.length)[0];
  if (lead === undefined || known.length < parts.length) return nowhere;
  const others = known.flatMap((part) =>
    part === lead ? [] : [{ ...part, distance: part.place - lead.place, index: 0, at: 0, end: 0 }],
  );
  if (others.length === 0 && lead.place === 0) return lead;
  // Not more letters and places than the rarest token has.
  const rows = new Uint32Array(lead.rows.length);
  const starts = new Uint32Array(lead.rows.length + 1);
  const places = new Uint32Array(countOf(lead));
  let [count, end] = [0, 0];
  for (const [index, row] of lead.rows.entries()) {
    if (!others.every((other) => openRow(other, row))) continue;
    for (let at = lead.starts[index] ?? 0; at < (lead.starts[index + 1] ?? 0); at += 1) {
      const place = lead.places[at] ?? 0;
      if (others.every((other) => hasPlace(other, place + other.distance)))
        places[end++] = place - lead.place;
    }
    if (end === starts[count]) continue;
    rows[count] = row;
    count += 1;
    starts[count] = end;
  }
  return { rows: rows.subarray(0, count), starts: starts.subarray(0, count + 1), places };
}

/** What stands in no letter. */
export const nowhere: Posting = {
  rows: new Uint32Array(),
  starts: new Uint32Array(1),
  places: new Uint32Array(),
};

/** Where any of some tokens stands, of which none stands where another does. */
export function joinPostings(postings: readonly (Posting | undefined)[]): Posting | undefined {
  return postings.reduce((joined, posting) =>
    joined && posting ? join(joined, posting) : (joined ?? posting),
  );
}

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

/** Goes on to a letter; whether the token stands there. */
function openRow(reading: Reading, row: number): boolean {
  const { rows, starts } = reading;
  reading.index = indexFrom(rows, row, reading.index);
  reading.at = starts[reading.index] ?? 0;
  reading.end = starts[reading.index + 1] ?? 0;
  return rows[reading.index] === row;
}

/** Goes on to a place in the letter; whether the token stands there. */
function hasPlace(reading: Reading, place: number): boolean {
  const { places, end } = reading;
  while (reading.at < end && (places[reading.at] ?? 0) < place) reading.at += 1;
  return reading.at < end && places[reading.at] === place;
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
