import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry, ShardEntry } from '../form/edition-index.ts';
import { createFacetFilter } from './facets.ts';
import { createNumberLookup, readNumberQuery } from './number-lookup.ts';
import { isTextTerm, parseQuery, type Query } from '../query/query.ts';
import { rank, type Candidates } from './ranking.ts';
import { findAlternatives } from './alternative-queries.ts';
import type { DirectHit, SearchAnswer } from './search-answer.ts';
import type { SearchRequest } from '../query/search-request.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { searchShard, type Hits } from './shard-search.ts';

/** The index of an edition. */
export interface Edition {
  entry: IndexEntry;
  /** Newest first. */
  shards: readonly OpenShard[];
  load: LoadFile;
}

/** Direct hits shown above the results. */
const maxDirect = 5;
/**
 * In milliseconds. A search expected to take longer than `slow` reports partial results, again after every
 * `again`. A faster one does not: a partial list takes as long to show as the complete one.
 */
const reporting = { slow: 150, again: 300 };
const digitsOnly = /^\d+$/;

/** What is found, without captions. */
export type FoundLetters = Omit<SearchAnswer, 'captions'>;

/** Searches all shards for a request, from the newest to the oldest. */
export async function searchEdition(
  { entry, shards, load }: Edition,
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
  const query = parseQuery(request.text);
  const filter = createFacetFilter(request.facets);
  const days = dayRange(request, query);
  const asked = shards.filter((shard) => mayHold(shard, days));
  // The captions of the newest shard are shown first: load them in parallel with the search.
  asked[0]?.reader.columns('captions').catch(() => undefined);
  const answers = prefetch(asked, ({ reader }) => searchRows(reader, request.text, query, signal));
  const direct = await findDirect(entry, load, request.text, query);
  const directIds = new Set(direct.map(({ id }) => id));
  const candidates: Candidates[] = [];
  const matched = query.clauses.map(() => 0);
  let searched = 0;

  const answer = (complete: boolean): FoundLetters => ({
    ids: rank(candidates, request.sort, { matched, searched, direct: directIds }),
    direct: direct.slice(0, maxDirect),
    directTotal: direct.length,
    facets: filter.counts(),
    problems: query.problems,
    alternatives: [],
    searched,
    total: entry.letters,
    complete,
  });

  /** Adds what is found in a shard and passes the request's facets and days. */
  const take = async ({ reader }: OpenShard, find: () => Promise<Hits>) => {
    const [{ ids, dates, allFacets }, found] = await Promise.all([reader.head(), find()]);
    const passed = filter.take(allFacets, withinDays(found.rows, dates, days));
    candidates.push({ ids, dates, ...narrow(found, passed) });
    return found.rows.length;
  };

  /** How many letters another text finds with the same facets and days. */
  const countAgain = async (text: string) => {
    const other = parseQuery(text);
    const again = createFacetFilter(request.facets);
    let count = 0;
    for (const { reader } of asked) {
      signal?.throwIfAborted();
      const [{ dates, allFacets }, { rows }] = await Promise.all([
        reader.head(),
        searchShard(reader, other, signal),
      ]);
      count += again.take(allFacets, withinDays(rows, dates, days)).length;
    }
    return count;
  };

  const toSearch = asked.reduce((sum, { letters }) => sum + letters, 0);
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
  for (const [index, shard] of asked.entries()) {
    hits += await take(shard, async () => {
      const found = await answers(index);
      for (const [clause, count] of found.matched.entries()) matched[clause] = (matched[clause] ?? 0) + count;
      return found;
    });
    signal?.throwIfAborted();
    searched += shard.letters;
    if (index === asked.length - 1 || candidates.every(({ rows }) => rows.length === 0)) continue;
    if (!isTimeToReport()) continue;
    await onProgress(answer(false));
    reported = performance.now();
  }
  // A number in a spelling that occurs nowhere finds the letters that have the number. Digits alone are text
  // like any other, and find only where they occur.
  if (hits === 0 && direct.length > 0 && !digitsOnly.test(request.text.normalize('NFKC').trim()))
    for (const shard of asked) await take(shard, () => findRowsOf(shard.reader, directIds));
  signal?.throwIfAborted();
  searched = entry.letters;
  const last = answer(true);
  if (last.ids.length > 0 || last.direct.length > 0) return last;
  return {
    ...last,
    alternatives: await findAlternatives(query, shards, { count: countAgain, ...(signal && { signal }) }),
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

async function findRowsOf(reader: ShardReader, wanted: ReadonlySet<string>): Promise<Hits> {
  const { ids } = await reader.head();
  const rows = Uint32Array.from(ids.flatMap((id, row) => (wanted.has(id) ? [row] : [])));
  return { rows, scores: [], proximity: new Float64Array(rows.length) };
}

/** A text without anything searchable finds nothing; an empty text, everything. */
async function searchRows(
  reader: ShardReader,
  text: string,
  query: Query,
  signal: AbortSignal | undefined,
): ReturnType<typeof searchShard> {
  if (query.clauses.length === 0 && text.trim() !== '')
    return { rows: new Uint32Array(), scores: [], proximity: new Float64Array(), matched: [] };
  return searchShard(reader, query, signal);
}

/** Restricts the hits of a shard to some of their rows. */
function narrow(found: Hits, rows: Uint32Array): Hits {
  if (rows.length === found.rows.length) return found;
  let at = 0;
  const indexes = Uint32Array.from(rows, (row) => {
    while (found.rows[at] !== row) at += 1;
    return at;
  });
  const pick = (column: Float64Array) => Float64Array.from(indexes, (index) => column[index] ?? 0);
  return { rows, scores: found.scores.map(pick), proximity: pick(found.proximity) };
}

async function findDirect(
  entry: IndexEntry,
  load: LoadFile,
  text: string,
  query: Query,
): Promise<DirectHit[]> {
  const typed = readNumberQuery(text, query);
  return typed === undefined ? [] : createNumberLookup(entry.numbers, load)(typed);
}

/** First and last day asked for; absent where there is none. */
interface DayRange {
  from?: string;
  to?: string;
}

/** The days that the request and its query allow: shards outside them are not loaded. */
function dayRange({ from, to }: SearchRequest, { clauses }: Query): DayRange {
  let days: DayRange = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  for (const [term, ...others] of clauses) {
    if (term === undefined || others.length > 0 || isTextTerm(term) || term.negated) continue;
    if (term.test.field !== 'year') continue;
    const [first, last] = [dayOf(term.test.from, '01-01'), dayOf(term.test.to, '12-31')];
    days = {
      from: days.from === undefined || days.from < first ? first : days.from,
      to: days.to === undefined || days.to > last ? last : days.to,
    };
  }
  return days;
}

function dayOf(year: number, day: string): string {
  return `${String(year).padStart(4, '0')}-${day}`;
}

function mayHold(shard: ShardEntry, { from, to }: DayRange): boolean {
  if (from === undefined && to === undefined) return true;
  return shard.to !== '' && shard.to >= (from ?? '') && (to === undefined || shard.from <= to);
}

function withinDays(rows: Uint32Array, dates: readonly string[], { from, to }: DayRange): Uint32Array {
  if (from === undefined && to === undefined) return rows;
  return rows.filter((row) => {
    const date = dates[row] ?? '';
    return date !== '' && date >= (from ?? '') && (to === undefined || date <= to);
  });
}
