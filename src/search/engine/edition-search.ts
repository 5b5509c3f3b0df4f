import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry, ShardEntry } from '../form/edition-index.ts';
import { createFacetFilter } from './facets.ts';
import { createNumberLookup, typedNumberOf } from './number-lookup.ts';
import { isTextTerm, parseQuery, type Query } from '../query/query.ts';
import { rank, type Candidates } from './ranking.ts';
import { findRelated } from './alternative-queries.ts';
import type { DirectHit, SearchAnswer } from './search-answer.ts';
import type { SearchRequest } from '../query/search-request.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { searchShard, type Hits } from './shard-search.ts';

/** What a search works on. */
export interface Edition {
  entry: IndexEntry;
  /** Newest first. */
  shards: readonly OpenShard[];
  load: LoadFile;
}

/** Direct hits are shown above the results: so many of them. */
const mostDirect = 5;
/**
 * A search that is going to last longer than `slow`, in milliseconds, tells what is found so far, and
 * `again` every so often. One that is over soon is not shown in parts, which take as long to show as the
 * whole.
 */
const telling = { slow: 150, again: 300 };
const digitsAlone = /^\d+$/;

/** What is found, before it is named. */
export type Found = Omit<SearchAnswer, 'captions'>;

/** Searches all shards for a request, from the newest to the oldest. */
export async function runSearch(
  { entry, shards, load }: Edition,
  request: SearchRequest,
  {
    onProgress,
    signal,
  }: {
    /** The search goes on when it resolves: what is shown comes before what is not. */
    onProgress: (found: Found) => Promise<void>;
    signal: AbortSignal | undefined;
  },
): Promise<Found> {
  const query = parseQuery(request.text);
  const filter = createFacetFilter(request.facets);
  const days = dayRange(request, query);
  const asked = shards.filter((shard) => mayHold(shard, days));
  // What names the letters of the newest shard is shown first: it comes beside what finds them.
  asked[0]?.reader.columns('captions').catch(() => undefined);
  const answers = inAdvance(asked, ({ reader }) => rowsOf(reader, request.text, query, signal));
  const direct = await findDirect(entry, load, request.text, query);
  const directIds = new Set(direct.map(({ id }) => id));
  const candidates: Candidates[] = [];
  const matched = query.clauses.map(() => 0);
  let searched = 0;

  const answer = (complete: boolean): Found => ({
    ids: rank(candidates, request.sort, { matched, searched, direct: directIds }),
    direct: direct.slice(0, mostDirect),
    directTotal: direct.length,
    facets: filter.counts(),
    problems: query.problems,
    related: [],
    searched,
    total: entry.letters,
    complete,
  });

  /** Takes what is found in a shard, as far as the request lets it through. */
  const take = async ({ reader }: OpenShard, find: () => Promise<Hits>) => {
    const [{ ids, dates, shown }, found] = await Promise.all([reader.head(), find()]);
    const passed = filter.take(shown, withinDays(found.rows, dates, days));
    candidates.push({ ids, dates, ...narrowed(found, passed) });
    return found.rows.length;
  };

  /** How many letters another text finds with the same choices. */
  const countAgain = async (text: string) => {
    const other = parseQuery(text);
    const again = createFacetFilter(request.facets);
    let count = 0;
    for (const { reader } of asked) {
      signal?.throwIfAborted();
      const [{ dates, shown }, { rows }] = await Promise.all([
        reader.head(),
        searchShard(reader, other, signal),
      ]);
      count += again.take(shown, withinDays(rows, dates, days)).length;
    }
    return count;
  };

  const toSearch = asked.reduce((sum, { letters }) => sum + letters, 0);
  const begun = performance.now();
  let told: number | undefined;
  const isTimeToTell = () => {
    const now = performance.now();
    // Other letters are going to take as long as those so far.
    return told === undefined
      ? ((now - begun) * toSearch) / searched > telling.slow
      : now - told >= telling.again;
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
    if (!isTimeToTell()) continue;
    await onProgress(answer(false));
    told = performance.now();
  }
  // A number in a spelling that stands nowhere: what it leads to is all there is to find. Digits alone
  // are text like any other and are found where they stand, or not at all.
  if (hits === 0 && direct.length > 0 && !digitsAlone.test(request.text.normalize('NFKC').trim()))
    for (const shard of asked) await take(shard, () => rowsWithIds(shard.reader, directIds));
  signal?.throwIfAborted();
  searched = entry.letters;
  const last = answer(true);
  if (last.ids.length > 0 || last.direct.length > 0) return last;
  return {
    ...last,
    related: await findRelated(query, shards, { count: countAgain, ...(signal && { signal }) }),
  };
}

/** So many shards are searched while the results of one are still waited for. */
const ahead = 2;

/**
 * Searches shards one after the other: first the newest alone, so that nothing holds up its results; from
 * then on the next ones are begun with early, so that their files come beside those of the one before.
 *
 * @returns Gives the answer of a shard; to be asked in the order of the shards.
 */
function inAdvance<S, A>(
  shards: readonly S[],
  search: (shard: S) => Promise<A>,
): (index: number) => Promise<A> {
  const begun: Promise<A>[] = [];
  const begin = (until: number) => {
    for (const shard of shards.slice(begun.length, until)) {
      const answer = search(shard);
      // What fails is told when it is this one's turn.
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

async function rowsWithIds(reader: ShardReader, wanted: ReadonlySet<string>): Promise<Hits> {
  const { ids } = await reader.head();
  const rows = Uint32Array.from(ids.flatMap((id, row) => (wanted.has(id) ? [row] : [])));
  return { rows, scores: [], together: new Float64Array(rows.length) };
}

/** Text with nothing to look for finds nothing; no text at all, everything. */
async function rowsOf(
  reader: ShardReader,
  text: string,
  query: Query,
  signal: AbortSignal | undefined,
): ReturnType<typeof searchShard> {
  if (query.clauses.length === 0 && text.trim() !== '')
    return { rows: new Uint32Array(), scores: [], together: new Float64Array(), matched: [] };
  return searchShard(reader, query, signal);
}

/** What was found in a shard, of some of its rows only. */
function narrowed(found: Hits, rows: Uint32Array): Hits {
  if (rows.length === found.rows.length) return found;
  let at = 0;
  const places = Uint32Array.from(rows, (row) => {
    while (found.rows[at] !== row) at += 1;
    return at;
  });
  const pick = (column: Float64Array) => Float64Array.from(places, (place) => column[place] ?? 0);
  return { rows, scores: found.scores.map(pick), together: pick(found.together) };
}

async function findDirect(
  entry: IndexEntry,
  load: LoadFile,
  text: string,
  query: Query,
): Promise<DirectHit[]> {
  const typed = typedNumberOf(text, query);
  return typed === undefined ? [] : createNumberLookup(entry.numbers, load)(typed);
}

/** First and last day asked for; absent where there is none. */
interface Days {
  from?: string;
  to?: string;
}

/** The days that the request and its query allow: shards outside are not even loaded. */
function dayRange({ from, to }: SearchRequest, { clauses }: Query): Days {
  let days: Days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  for (const [term, ...others] of clauses) {
    if (term === undefined || others.length > 0 || isTextTerm(term) || term.negated) continue;
    if (term.test.field !== 'year') continue;
    const [first, last] = [year(term.test.from, '01-01'), year(term.test.to, '12-31')];
    days = {
      from: days.from === undefined || days.from < first ? first : days.from,
      to: days.to === undefined || days.to > last ? last : days.to,
    };
  }
  return days;
}

function year(number: number, day: string): string {
  return `${String(number).padStart(4, '0')}-${day}`;
}

function mayHold(shard: ShardEntry, { from, to }: Days): boolean {
  if (from === undefined && to === undefined) return true;
  return shard.to !== '' && shard.to >= (from ?? '') && (to === undefined || shard.from <= to);
}

function withinDays(rows: Uint32Array, dates: readonly string[], { from, to }: Days): Uint32Array {
  if (from === undefined && to === undefined) return rows;
  return rows.filter((row) => {
    const date = dates[row] ?? '';
    return date !== '' && date >= (from ?? '') && (to === undefined || date <= to);
  });
}
