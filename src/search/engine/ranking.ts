import type { SearchRequest } from '../query/search-request.ts';
import type { Hits } from './shard-search.ts';

/** The letters of a shard that satisfy a request, before they are put in order. */
export interface Candidates extends Hits {
  /** Of the shard, by row; rows run from new to old. */
  ids: readonly string[];
  dates: readonly string[];
}

export interface RankOptions {
  /** Of the letters that were searched, found or not, how many satisfy each clause. */
  matched: readonly number[];
  searched: number;
  /** Letters whose own number was typed. */
  direct: ReadonlySet<string>;
}

/** What all matches standing together adds, as a share of the score. */
const togetherBonus = 1;

/** Puts letters in the order asked for. Shards and their rows run from new to old. */
export function rank(
  shards: readonly Candidates[],
  sort: SearchRequest['sort'],
  options: RankOptions,
): string[] {
  const ids = shards.flatMap((shard) => valuesAt(shard.ids, shard.rows));
  if (sort === 'newest') return ids;
  return valuesAt(ids, sort === 'oldest' ? oldestFirst(shards) : mostRelevantFirst(shards, ids, options));
}

function valuesAt(values: readonly string[], places: Iterable<number>): string[] {
  const picked: string[] = [];
  for (const place of places) picked.push(values[place] ?? '');
  return picked;
}

/** Letters of one day stay in their order; undated letters come last in either order. */
function oldestFirst(shards: readonly Candidates[]): number[] {
  const dates = shards.flatMap((shard) => valuesAt(shard.dates, shard.rows));
  const days: number[][] = [];
  for (const [place, date] of dates.entries())
    if (place > 0 && dates[place - 1] === date) days.at(-1)?.push(place);
    else days.push([place]);
  const undated = dates.at(-1) === '' ? (days.pop() ?? []) : [];
  return [...days.reverse(), undated].flat();
}

/**
 * Those whose number was typed first, then by what their matches weigh, a rare word more than a frequent
 * one; the newer first among equals.
 */
function mostRelevantFirst(
  shards: readonly Candidates[],
  ids: readonly string[],
  { matched, searched, direct }: RankOptions,
): Float64Array {
  const rarity = matched.map((count) => Math.log(1 + searched / (1 + count)));
  const scores = new Float64Array(ids.length);
  let from = 0;
  for (const { rows, scores: columns, together } of shards) {
    const own = scores.subarray(from, (from += rows.length));
    for (const [clause, column] of columns.entries()) {
      const weight = rarity[clause] ?? 1;
      for (let at = 0; at < own.length; at += 1) own[at] = (own[at] ?? 0) + (column[at] ?? 0) * weight;
    }
    for (let at = 0; at < own.length; at += 1)
      own[at] = (own[at] ?? 0) * (1 + togetherBonus * (together[at] ?? 0));
  }
  // Numbers are sorted many times faster than anything with a function: level and place are made one
  // number of less than 53 bits.
  const places = 2 ** Math.ceil(Math.log2(ids.length + 1));
  const levels = 2 ** 51 / places;
  let highest = Number.MIN_VALUE;
  for (const score of scores) highest = Math.max(highest, score);
  const keys = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 1) {
    let level = Math.floor(((scores[at] ?? 0) / highest) * (levels - 1));
    if (direct.size > 0 && direct.has(ids[at] ?? '')) level += levels;
    keys[at] = level * places + (places - 1 - at);
  }
  keys.sort();
  const order = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1)
    order[at] = places - 1 - ((keys[keys.length - 1 - at] ?? 0) % places);
  return order;
}
