import type { Posting } from '../form/posting-chunk.ts';

/** Where a phrase stands in a shard: by row, the places where it begins, ascending. */
export type PhraseMatches = Map<number, Uint32Array>;

/**
 * Finds where tokens stand one after the other.
 *
 * @param postings Of the tokens, in the order of the phrase; undefined for one that stands nowhere.
 */
export function phrasePlaces(postings: readonly (Posting | undefined)[]): PhraseMatches {
  const matches: PhraseMatches = new Map();
  const known = postings.filter((posting) => posting !== undefined);
  if (known.length < postings.length) return matches;
  // The rarest token says which letters come into question.
  const rarest = known.reduce<number>(
    (least, { rows }, at) => (rows.length < (known[least]?.rows.length ?? 0) ? at : least),
    0,
  );
  const lead = known[rarest];
  if (lead === undefined) return matches;
  const others = known.flatMap((posting, at) =>
    at === rarest ? [] : [{ ...posting, distance: at - rarest, index: 0, at: 0, end: 0 }],
  );
  // The places of all letters, one after the other: not more than the rarest token has.
  const found = new Uint32Array((lead.starts.at(-1) ?? 0) - (lead.starts[0] ?? 0));
  let end = 0;
  for (const [index, row] of lead.rows.entries()) {
    if (!others.every((other) => openRow(other, row))) continue;
    const begin = end;
    for (let at = lead.starts[index] ?? 0; at < (lead.starts[index + 1] ?? 0); at += 1) {
      const place = lead.places[at] ?? 0;
      if (others.every((other) => hasPlace(other, place + other.distance))) found[end++] = place - rarest;
    }
    if (end > begin) matches.set(row, found.subarray(begin, end));
  }
  return matches;
}

/** A token on the way through the letters, and through its places in one. */
interface Reading extends Posting {
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
