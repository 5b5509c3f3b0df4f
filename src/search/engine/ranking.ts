import type { SearchRequest } from '../query/search-request.ts';
import type { Hits } from './shard-search.ts';

/** The letters of a shard that satisfy a request, before they are put in order. */
export interface Candidates extends Hits {
  /** Of the shard, by row; rows run from new to old. */
  ids: readonly string[];
  dates: readonly string[];
}

export interface RankOptions {
  /** How many of the searched letters satisfy each clause by itself. */
  matched: readonly number[];
  searched: number;
  /** Letters whose own number was typed. */
  direct: ReadonlySet<string>;
}

/** Scores are told apart in so many steps up to the highest, which alone has the last. */
const levels = 50;

/** Share of the score that the greatest proximity adds. */
const proximityBonus = 1;

/** Puts letters in the order asked for. Shards and their rows run from new to old. */
export function rank(
  shards: readonly Candidates[],
  sort: SearchRequest['sort'],
  options: RankOptions,
): string[] {
  const ids = shards.flatMap((shard) => pick(shard.ids, shard.rows));
  if (sort === 'newest') return ids;
  return pick(ids, sort === 'oldest' ? orderOldestFirst(shards) : orderByRelevance(shards, ids, options));
}

function pick(values: readonly string[], indexes: Iterable<number>): string[] {
  const picked: string[] = [];
  for (const index of indexes) picked.push(values[index] ?? '');
  return picked;
}

/** Letters of one day keep their order; undated letters come last in either order. */
function orderOldestFirst(shards: readonly Candidates[]): number[] {
  const dates = shards.flatMap((shard) => pick(shard.dates, shard.rows));
  const days: number[][] = [];
  for (const [index, date] of dates.entries())
    if (index > 0 && dates[index - 1] === date) days.at(-1)?.push(index);
    else days.push([index]);
  const undated = dates.at(-1) === '' ? (days.pop() ?? []) : [];
  return [...days.reverse(), undated].flat();
}

/**
 * Those whose number was typed come first, then by score, in which a rare clause weighs more than a frequent
 * one. Of scores that hardly differ the newer comes first: a letter is no more relevant for being a line shorter.
 */
function orderByRelevance(
  shards: readonly Candidates[],
  ids: readonly string[],
  { matched, searched, direct }: RankOptions,
): Float64Array {
  const rarity = matched.map((count) => Math.log(1 + searched / (1 + count)));
  const scores = new Float64Array(ids.length);
  let from = 0;
  for (const { rows, scores: columns, proximity } of shards) {
    const own = scores.subarray(from, (from += rows.length));
    for (const [clause, column] of columns.entries()) {
      const weight = rarity[clause] ?? 1;
      for (let at = 0; at < own.length; at += 1) own[at] = (own[at] ?? 0) + (column[at] ?? 0) * weight;
    }
    for (let at = 0; at < own.length; at += 1)
      own[at] = (own[at] ?? 0) * (1 + proximityBonus * (proximity[at] ?? 0));
  }
  // A typed array sorts many times faster without a comparison function: level and index are packed into one
  // number of less than 53 bits.
  const indexes = 2 ** Math.ceil(Math.log2(ids.length + 1));
  let highest = Number.MIN_VALUE;
  for (const score of scores) highest = Math.max(highest, score);
  const keys = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 1) {
    let level = Math.floor(((scores[at] ?? 0) / highest) * (levels - 1));
    if (direct.size > 0 && direct.has(ids[at] ?? '')) level += levels;
    keys[at] = level * indexes + (indexes - 1 - at);
  }
  keys.sort();
  const order = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1)
    order[at] = indexes - 1 - ((keys[keys.length - 1 - at] ?? 0) % indexes);
  return order;
}
