import type { ColumnName } from './catalogue.ts';
import type { NumberTable } from './number-table.ts';

/** `search/entry.js`: the file that the search page loads first. */
export interface IndexEntry {
  /** Version of the file format; a page cannot read an index of another version. */
  form: number;
  letters: number;
  /** Finds letters by their document, index or proposal number. */
  numbers: NumberTable;
  /** Newest first. */
  shards: ShardEntry[];
}

export interface ShardEntry {
  /** Folder of the shard below `search/`, named after its content. */
  folder: string;
  letters: number;
  /** First and last day of its letters, `yyyy-mm-dd`; empty when none is dated. */
  from: string;
  to: string;
}

export const indexForm = 8;

/** Names of a shard's files, without the `.js`. */
export const shardFile = {
  head: (folder: string) => `${folder}/head`,
  columns: (folder: string, name: ColumnName) => `${folder}/${name}`,
  text: (folder: string, row: number) => `${folder}/t${row}`,
  chunkTable: (folder: string) => `${folder}/chunks`,
  chunk: (folder: string, chunk: number) => `${folder}/c${chunk}`,
  zones: (folder: string, chunk: number) => `${folder}/z${chunk}`,
} as const;
