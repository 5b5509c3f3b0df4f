import type { Posting } from './posting-chunk.ts';

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
  const others = known.flatMap((posting, at) => (at === rarest ? [] : [{ posting, at, index: 0 }]));
  for (const [index, row] of lead.rows.entries()) {
    let places = placesOf(lead, index);
    for (const other of others) {
      other.index = indexFrom(other.posting.rows, row, other.index);
      if (other.posting.rows[other.index] !== row) places = none;
      else places = beside(places, placesOf(other.posting, other.index), other.at - rarest);
      if (places.length === 0) break;
    }
    if (places.length > 0) matches.set(row, rarest === 0 ? places : places.map((place) => place - rarest));
  }
  return matches;
}

const none = new Uint32Array();

function placesOf({ starts, places }: Posting, index: number): Uint32Array {
  return places.subarray(starts[index], starts[index + 1]);
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

/** The places with one of the others at that distance. */
function beside(places: Uint32Array, others: Uint32Array, distance: number): Uint32Array {
  let at = 0;
  return places.filter((place) => {
    while (at < others.length && (others[at] ?? 0) < place + distance) at += 1;
    return others[at] === place + distance;
  });
}
