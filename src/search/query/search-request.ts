/** The facets of the results, in the order of the page. */
export const facetNames = [
  'place',
  'year',
  'session',
  'assembly',
  'kind',
  'issuer',
  'role',
  'outcome',
  'commitment',
] as const;
export type FacetName = (typeof facetNames)[number];

/** What a visitor asks for. */
export interface SearchRequest {
  /** In the query language; empty for all letters with these facets and days. */
  text: string;
  /** Chosen values: a letter must have one of each facet's. */
  facets: Partial<Record<FacetName, readonly string[]>>;
  /** First and last day, `yyyy-mm-dd`, both inclusive. They exclude undated letters. */
  from?: string;
  to?: string;
  sort: 'relevance' | 'newest' | 'oldest';
  /**
   * Which of the results are shown: their captions come with the answer, and the texts of the first `read` are
   * preloaded, because their excerpts are requested next.
   */
  shown?: { from: number; count: number; read: number };
}

/** A value of a facet, with the number of found letters that have it. */
export interface FacetCount {
  /** Stable, as in a request. */
  value: string;
  /** What visitors read. */
  label: string;
  /** Not restricted by the chosen values of this facet. */
  count: number;
  chosen: boolean;
}

/** Most frequent value first; years newest first, outcomes in the order of their scale. */
export type FacetCounts = Record<FacetName, FacetCount[]>;
