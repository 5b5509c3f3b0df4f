import type { SearchRequest } from '../query/search-request.ts';
import { findAlternatives } from './alternatives/alternative-queries.ts';
import type { SimilarLetters } from './alternatives/similar-letters.ts';
import { createCandidateSearch } from './candidate-search.ts';
import type { Edition } from './edition.ts';
import { rank } from './ranking.ts';
import type { SearchAnswer } from './search-answer.ts';

/** Direct hits shown above the results. */
const maxDirect = 5;
/**
 * In milliseconds. A search expected to take longer than `slow` reports partial results, again after every
 * `again`. A faster one does not: a partial list takes as long to show as the complete one.
 */
const reporting = { slow: 150, again: 300 };

/** What is found, without captions. */
export type FoundLetters = Omit<SearchAnswer, 'captions' | 'similar'> & { similar?: SimilarLetters };

/** Searches all shards for a request, from the newest to the oldest. */
export async function searchEdition(
  edition: Edition,
  request: SearchRequest,
  {
    onProgress,
    signal,
  }: {
    /** The search goes on once this resolves: what is visible comes first. */
    onProgress: (found: FoundLetters) => Promise<void>;
    signal: AbortSignal | undefined;
  },
): Promise<FoundLetters> {
  const search = createCandidateSearch(edition, request, signal);
  const { query, shards, candidates } = search;
  const { letters: total } = edition.entry;
  // The captions of the newest shard are shown first: load them in parallel with the search.
  shards[0]?.reader.columns('captions').catch(() => undefined);
  const answers = prefetch(shards, search.search);
  const direct = await search.direct();
  const directIds = new Set(direct.map(({ id }) => id));
  const matched = query.clauses.map(() => 0);
  let searched = 0;

  const answer = (complete: boolean): FoundLetters => ({
    ids: rank(candidates, request.sort, { matched, searched, direct: directIds }),
    direct: direct.slice(0, maxDirect),
    directTotal: direct.length,
    facets: search.facets(),
    problems: query.problems,
    alternatives: [],
    searched,
    total,
    complete,
  });

  const toSearch = shards.reduce((sum, { letters }) => sum + letters, 0);
  const begun = performance.now();
  let reported: number | undefined;
  const isTimeToReport = () => {
    const now = performance.now();
    // Estimated from the letters searched so far.
    return reported === undefined
      ? ((now - begun) * toSearch) / searched > reporting.slow
      : now - reported >= reporting.again;
  };

  let hits = 0;
  for (const [index, shard] of shards.entries()) {
    const found = await answers(index);
    for (const [clause, count] of found.matched.entries()) matched[clause] = (matched[clause] ?? 0) + count;
    hits += await search.take(shard, found);
    signal?.throwIfAborted();
    searched += shard.letters;
    if (index === shards.length - 1 || candidates.every(({ rows }) => rows.length === 0)) continue;
    if (!isTimeToReport()) continue;
    await onProgress(answer(false));
    reported = performance.now();
  }
  if (hits === 0) await search.takeDirect(direct);
  signal?.throwIfAborted();
  searched = total;
  const last = answer(true);
  if (last.ids.length > 0 || last.direct.length > 0 || request.text.trim() === '') return last;
  const { mentioned, ...instead } = await findAlternatives(edition, request, signal);
  return {
    ...last,
    ...instead,
    direct: mentioned.slice(0, maxDirect),
    directTotal: mentioned.length,
  };
}

/** Shards that are searched ahead of the one whose results are awaited. */
const ahead = 2;

/**
 * Searches shards in order: first the newest alone, so that nothing delays its results; then each with the
 * next ones already started, so that their files load in parallel.
 *
 * @returns Gives the answer of a shard; call it in the order of the shards.
 */
function prefetch<S, A>(
  shards: readonly S[],
  search: (shard: S) => Promise<A>,
): (index: number) => Promise<A> {
  const begun: Promise<A>[] = [];
  const begin = (until: number) => {
    for (const shard of shards.slice(begun.length, until)) {
      const answer = search(shard);
      // A failure is reported when it is this shard's turn.
      answer.catch(() => undefined);
      begun.push(answer);
    }
  };
  begin(1);
  return (index) => {
    if (index > 0) begin(index + 1 + ahead);
    return begun[index] ?? Promise.reject(new RangeError(`no shard ${index}`));
  };
}
