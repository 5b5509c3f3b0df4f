import type { FacetName } from '../query/search-request.ts';

/**
 * The catalogue of a shard is kept by column, one file for each use, so that a search loads only what
 * it needs. All columns are by row; rows run from new to old. What a letter does not state is empty.
 */

/** Facets that are stored; the others follow from these and the date. */
export type StoredFacet = Exclude<FacetName, 'year' | 'assembly'>;
export const storedFacets: readonly StoredFacet[] = ['session', 'kind', 'issuer', 'role', 'outcome'];

/** Loaded with the first search of the shard. */
export interface StoredShardHead {
  /** `<year>/<id>` */
  ids: string[];
  /** `yyyy-mm-dd`, packed by `packDates`. */
  dates: number[];
  facets: Record<StoredFacet, FacetColumn>;
  zoneEnds: ZoneEnds;
}

/** Values of a facet, each stored once. */
export interface FacetColumn {
  /** The first is the empty one. */
  values: string[];
  /** What visitors read, where that differs from the values. */
  labels?: string[];
  /** Which value each letter has. */
  rows: number[];
}

/** Place after the title, after the header values and after the headings of each letter; length of its body. */
export type ZoneEnds = [title: number[], header: number[], headings: number[], bodyLength: number[]];

/** The length of a body is kept in so many tokens: it weighs, and marks no place. */
export const bodyUnit = 128;

/** Loaded for lists, fields and suggestions: the captions by every search that finds something. */
export interface Columns {
  captions: { titles: string[]; documents: string[] };
  subjects: { subjects: string[] };
  numbers: { indexes: string[]; proposals: string[] };
  people: { recipients: string[][]; signatories: string[][] };
}
export type ColumnName = keyof Columns;
export const columnNames: readonly ColumnName[] = ['captions', 'subjects', 'numbers', 'people'];
