import type { FacetCounts, SearchRequest } from '../query/search-request.ts';
import { parseQuery, type Query } from '../query/query.ts';
import type { Edition } from './edition.ts';
import { createFacetFilter } from './facets.ts';
import { createNumberLookup, readNumberQuery } from './number-lookup.ts';
import type { Candidates } from './ranking.ts';
import { dayRange, mayHold, withinDays } from './request-days.ts';
import type { DirectHit } from './search-answer.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { searchShard, type Hits, type ShardAnswer } from './shard-search.ts';

/** What a request finds, shard by shard. */
export interface CandidateSearch {
  query: Query;
  /** Those that can hold what is asked for, newest first. */
  shards: readonly OpenShard[];
  /** Searches a shard for the text alone. */
  search: (shard: OpenShard) => Promise<ShardAnswer>;
  /** The letters whose number was typed, newest first, each once. */
  direct: () => Promise<DirectHit[]>;
  /** Adds what of a shard passes the request's facets and days; gives how many letters there were before. */
  take: (shard: OpenShard, found: Hits) => Promise<number>;
  /**
   * Adds the letters whose number was typed, where its text occurs nowhere: a number in another spelling. Digits
   * alone are text like any other, and find only where they occur.
   */
  takeDirect: (direct: readonly DirectHit[]) => Promise<void>;
  /** What has been added so far. */
  candidates: readonly Candidates[];
  facets: () => FacetCounts;
}

const digitsOnly = /^\d+$/;

/** Prepares the search of a request. */
export function createCandidateSearch(
  { entry, shards: all, load }: Edition,
  request: SearchRequest,
  signal: AbortSignal | undefined,
): CandidateSearch {
  const query = parseQuery(request.text);
  const filter = createFacetFilter(request.facets);
  const days = dayRange(request, query);
  const shards = all.filter((shard) => mayHold(shard, days));
  const candidates: Candidates[] = [];
  const take = async ({ reader }: OpenShard, found: Hits) => {
    const { ids, dates, allFacets } = await reader.head();
    const passed = filter.take(allFacets, withinDays(found.rows, dates, days));
    candidates.push({ ids, dates, ...narrow(found, passed) });
    return found.rows.length;
  };
  return {
    query,
    shards,
    search: ({ reader }) => searchRows(reader, request.text, query, signal),
    async direct() {
      const typed = readNumberQuery(request.text, query);
      return typed === undefined ? [] : createNumberLookup(entry.numbers, load)(typed);
    },
    take,
    async takeDirect(direct) {
      if (direct.length === 0 || digitsOnly.test(request.text.normalize('NFKC').trim())) return;
      const ids = new Set(direct.map(({ id }) => id));
      for (const shard of shards) await take(shard, await findRowsOf(shard.reader, ids));
    },
    candidates,
    facets: filter.counts,
  };
}

/** Finds all letters of a request, in no order. */
export async function findCandidates(
  edition: Edition,
  request: SearchRequest,
  signal: AbortSignal | undefined,
): Promise<readonly Candidates[]> {
  const searched = createCandidateSearch(edition, request, signal);
  let hits = 0;
  for (const shard of searched.shards) {
    signal?.throwIfAborted();
    hits += await searched.take(shard, await searched.search(shard));
  }
  if (hits === 0) await searched.takeDirect(await searched.direct());
  return searched.candidates;
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
): Promise<ShardAnswer> {
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
