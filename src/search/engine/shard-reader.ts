import type { ColumnName, Columns, StoredShardHead } from '../form/catalogue.ts';
import { openChunkTable, type StoredChunkTable, type ChunkTable } from '../form/chunk-table.ts';
import { shardFile, type ShardEntry } from '../form/edition-index.ts';
import { shardFacets, type ShardFacets } from './facets.ts';
import type { IndexFiles } from './index-files.ts';
import type { LetterText } from '../text/letter-text.ts';
import { unpackDates } from '../form/packed-dates.ts';
import type { Phrase } from '../text/tokens.ts';
import { findPhrase } from './phrase-search.ts';
import type { Occurrences } from './occurrences.ts';

/** The head of a shard, ready for use. */
interface ShardHead extends Omit<StoredShardHead, 'dates'> {
  /** `yyyy-mm-dd` */
  dates: string[];
  /** The stored facets and those derived from other columns. */
  allFacets: ShardFacets;
}

/** Reads one shard. */
export interface ShardReader {
  head: () => Promise<ShardHead>;
  columns: <N extends ColumnName>(name: N) => Promise<Columns[N]>;
  /** Which chunk holds which tokens. */
  table: () => Promise<ChunkTable>;
  /** Finds the letters in which a phrase occurs, and where; no two results have the same position of a letter. */
  findPhrase: (phrase: Phrase) => Promise<readonly Occurrences[]>;
  text: (row: number) => Promise<LetterText>;
}

/** A shard with its reader. */
export interface OpenShard extends ShardEntry {
  reader: ShardReader;
}

export function createShardReader(folder: string, files: IndexFiles): ShardReader {
  const table = (): Promise<ChunkTable> =>
    files.value(shardFile.chunkTable(folder), (value) => openChunkTable(value as StoredChunkTable));
  const chunk = (number: number) => files.chunk(shardFile.chunk(folder, number));
  const zones = (number: number) => files.zones(shardFile.zones(folder, number));
  const text = (row: number) => files.text(shardFile.text(folder, row));
  return {
    head: () =>
      files.value(shardFile.head(folder), (value) => {
        const head = value as StoredShardHead;
        const dates = unpackDates(head.dates);
        return { ...head, dates, allFacets: shardFacets(dates, head.facets) };
      }),
    columns: <N extends ColumnName>(name: N) =>
      files.value(shardFile.columns(folder, name), (value) => value as Columns[N]),
    table,
    findPhrase: async (phrase) =>
      phrase.length === 0 ? [] : findPhrase({ table: await table(), chunk, zones, text }, phrase),
    text,
  };
}
