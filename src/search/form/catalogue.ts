import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { FacetName } from '../query/search-request.ts';

/**
 * The catalogue of a shard is stored by column, one file for each use, so that a search loads only what it
 * needs. Columns are indexed by row; rows run from the newest letter to the oldest. What a letter does not state is empty.
 */

/** Facets that are stored, as letters state them. Those of a shard (`facets.ts`) are derived from these and the date. */
export type StoredFacet = Exclude<FacetName, 'year' | 'assembly'>;
export const storedFacets: readonly StoredFacet[] = [
  ...(['place', 'session', 'kind', 'issuer', 'role', 'outcome', 'commitment'] as const),
];

/** Loaded with the first search of the shard. */
export interface StoredShardHead extends ZoneLengths {
  /** `<year>/<id>` */
  ids: string[];
  /** `yyyy-mm-dd`, packed by `packDates`. */
  dates: number[];
  facets: Record<StoredFacet, StoredColumn>;
}

/** Tokens in each zone of each letter. */
export interface ZoneLengths {
  titleLengths: number[];
  headerLengths: number[];
  headingLengths: number[];
  /** In steps of `bodyUnit`. */
  bodyLengths: number[];
}

/** The values of a field, each stored once. */
export interface StoredColumn {
  /** The first is the empty one. */
  values: string[];
  /** Which value each letter has. */
  rows: number[];
}

/** As the engine uses them: end positions of the title, the header values and the headings of each letter; length of its body. */
export type ZoneEnds = [title: number[], header: number[], headings: number[], bodyLength: number[]];

export function toZoneEnds({
  titleLengths,
  headerLengths,
  headingLengths,
  bodyLengths,
}: ZoneLengths): ZoneEnds {
  const headerEnds = headerLengths.map((length, row) => (titleLengths[row] ?? 0) + length);
  const headingEnds = headingLengths.map((length, row) => (headerEnds[row] ?? 0) + length);
  return [titleLengths, headerEnds, headingEnds, bodyLengths];
}

/** Tokens per step of a body's stored length, which only affects ranking. */
export const bodyUnit = 128;

/** Fields that nothing is found or ordered by. */
export const detailNames = ['categories', 'issuedOn', 'publishedOn', 'disclosure'] as const;

/** Loaded for lists, field queries and suggestions; `captions` by every search that finds something. */
export interface Columns {
  captions: {
    /** What names each letter: its 案由 where `topics` is 1, else its title. */
    names: string[];
    topics: (0 | 1)[];
    /** The number that is listed with the name. */
    numbers: string[];
  };
  titles: { titles: string[] };
  numbers: { documents: string[]; indexes: string[]; proposals: string[] };
  people: { recipients: string[][]; signatories: string[][] };
  /** What only tables need. */
  details: { details: Pick<Frontmatter, (typeof detailNames)[number]>[] };
}
export type ColumnName = keyof Columns;
export const columnNames: readonly ColumnName[] = ['captions', 'titles', 'numbers', 'people', 'details'];
