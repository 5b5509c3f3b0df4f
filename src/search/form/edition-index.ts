import type { ColumnName } from './catalogue.ts';
import { hashText } from './name-hash.ts';
import type { NumberTable } from './number-table.ts';
import type { QueryTableName } from './query-tables.ts';

/** `search/entry.js`: the file that the search page loads first. */
export interface IndexEntry {
  /** Version of the file format; a page cannot read an index of another version. */
  form: number;
  letters: number;
  /** Finds letters by their document, index or proposal number. */
  numbers: NumberTable;
  /** The stamps of the tables that say what else to ask. */
  tables: Record<QueryTableName, number>;
  /** Newest first. */
  shards: ShardEntry[];
}

export interface ShardEntry {
  /** Folder of the shard below `search/`. */
  folder: string;
  letters: number;
  /** First and last day of its letters, `yyyy-mm-dd`; empty when none is dated. */
  from: string;
  to: string;
  /** The stamps of its files but for chunks and texts, whose stamps are in two of these. */
  stamps: Record<ShardPart, number>;
}

/** `chunks` is the table of chunks (`chunk-table.ts`), `texts` the one of texts (`text-table.ts`). */
export type ShardPart = 'head' | 'chunks' | 'texts' | ColumnName;

export const indexForm = 12;

/**
 * Names of a shard's files, without the `.js`. None depends on a running number: so long as a file's content is the
 * same, so is its name, whatever is added before it.
 */
export const shardFile = {
  part: (folder: string, name: ShardPart) => `${folder}/${name}`,
  /** @param bound Lower bound of the chunk's tokens. */
  chunk: (folder: string, bound: string) => `${folder}/c${boundName(bound)}`,
  zones: (folder: string, bound: string) => `${folder}/z${boundName(bound)}`,
  /** @param id Of the oldest letter in the block. */
  texts: (folder: string, id: string) => `${folder}/t${hashText(id).toString(36)}`,
} as const;

/** Most bounds are one to three characters: their code units. A longer one is hashed. */
function boundName(bound: string): string {
  if (bound.length > 8) return `x${hashText(bound).toString(36)}`;
  return Array.from({ length: bound.length }, (_, at) =>
    bound.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}
