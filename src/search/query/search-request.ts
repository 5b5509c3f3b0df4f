/** What the results can be narrowed by, in the order of the page. */
export const facetNames = ['year', 'session', 'assembly', 'kind', 'issuer', 'role', 'outcome'] as const;
export type FacetName = (typeof facetNames)[number];

/** What a visitor asks for. */
export interface SearchRequest {
  /** In the query language. Empty: all letters of these facets and days. */
  text: string;
  /** Chosen values: within a facet any of them, every facet must hold. */
  facets: Partial<Record<FacetName, readonly string[]>>;
  /** First and last day, `yyyy-mm-dd`, both included. An undated letter has no day. */
  from?: string;
  to?: string;
  sort: 'relevance' | 'newest' | 'oldest';
  /**
   * Which of the results are shown: what names them comes with the answer, and the texts of the first
   * `read` are on their way by then, for their excerpts are asked for next.
   */
  shown?: { from: number; count: number; read: number };
}

/** One value of a facet, with the letters that have it. */
export interface FacetCount {
  /** Stable; what a request holds. */
  value: string;
  /** What visitors read. */
  label: string;
  /** Found letters with this value; what is chosen of this very facet does not restrict it. */
  count: number;
  chosen: boolean;
}

/** The most frequent value first; years from the newest on. */
export type FacetCounts = Record<FacetName, FacetCount[]>;
