import type { Candidates } from '../ranking.ts';
import type { AlternativeKind, AlternativeQuery } from '../search-answer.ts';

/** As many as can be read at a glance. */
const maxAlternatives = 6;

/** What a query finds, shard by shard. */
interface Found {
  shards: readonly Candidates[];
  count: number;
}

/** Collects queries that find something. */
export interface AlternativeList {
  /** Searches for a query, once. */
  find: (text: string) => Promise<Found>;
  /** Adds a query if it finds something and there is room. */
  offer: (text: string, kind: AlternativeKind) => Promise<void>;
  queries: readonly AlternativeQuery[];
}

/**
 * @param asked The visitor's query, which is not offered again.
 * @param search Finds all letters of a query.
 */
export function createAlternativeList(
  asked: string,
  search: (text: string) => Promise<readonly Candidates[]>,
): AlternativeList {
  const known = new Map<string, Promise<Found>>();
  const queries: AlternativeQuery[] = [];
  const find = (text: string): Promise<Found> => {
    const finding = known.get(text) ?? search(text).then(toFound);
    known.set(text, finding);
    return finding;
  };
  return {
    find,
    async offer(text, kind) {
      const isKnown = text === asked || queries.some((query) => query.text === text);
      if (isKnown || queries.length >= maxAlternatives) return;
      const { count } = await find(text);
      if (count > 0) queries.push({ text, count, kind, widened: false });
    },
    queries,
  };
}

function toFound(shards: readonly Candidates[]): Found {
  return { shards, count: shards.reduce((sum, { rows }) => sum + rows.length, 0) };
}
