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
  const ids = shards.flatMap((shard) => Array.from(shard.rows, (row) => shard.ids[row] ?? ''));
  if (sort === 'newest') return ids;
  const order = sort === 'oldest' ? oldestFirst(shards) : mostRelevantFirst(shards, ids, options);
  return Array.from(order, (place) => ids[place] ?? '');
}

/** Letters of one day stay in their order; undated letters come last in either order. */
function oldestFirst(shards: readonly Candidates[]): number[] {
  const dates = shards.flatMap((shard) => Array.from(shard.rows, (row) => shard.dates[row] ?? ''));
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
  let place = 0;
  for (const shard of shards)
    for (let at = 0; at < shard.rows.length; at += 1) {
      let score = 0;
      for (const [clause, column] of shard.scores.entries())
        score += (column[at] ?? 0) * (rarity[clause] ?? 1);
      scores[place++] = score * (1 + togetherBonus * (shard.together[at] ?? 0));
    }
  // Numbers are sorted many times faster than anything with a function: level and place are made one
  // number of less than 53 bits.
  const places = 2 ** Math.ceil(Math.log2(ids.length + 1));
  const levels = 2 ** 51 / places;
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
  const keys = scores.map((score, at) => {
    const level = Math.floor((score / highest) * (levels - 1)) + (direct.has(ids[at] ?? '') ? levels : 0);
    return level * places + (places - 1 - at);
  });
  return keys.sort().map((_, at) => places - 1 - ((keys[keys.length - 1 - at] ?? 0) % places));
}
