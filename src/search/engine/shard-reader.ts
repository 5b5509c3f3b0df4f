import type { ColumnName, Columns, ShardHead } from '../form/catalogue.ts';
import { readChunkTable, type ChunkTable, type ReadChunkTable } from '../form/chunk-table.ts';
import { shardFile, type ShardEntry } from '../form/edition-index.ts';
import { shardFacets, type ShardFacets } from './facets.ts';
import type { IndexFiles } from './index-files.ts';
import type { LetterText } from '../text/letter-text.ts';
import { readDates } from '../form/packed-dates.ts';
import type { Phrase } from '../text/tokens.ts';
import { matchPhrase } from './phrase-search.ts';
import type { Standing } from './posting-cursor.ts';

/** What a shard says first, ready for use. */
interface ReadHead extends Omit<ShardHead, 'dates'> {
  /** `yyyy-mm-dd` */
  dates: string[];
  /** All facets, with those that follow from others. */
  shown: ShardFacets;
}

/** Reads one shard. */
export interface ShardReader {
  head: () => Promise<ReadHead>;
  columns: <N extends ColumnName>(name: N) => Promise<Columns[N]>;
  /** Which chunk holds which tokens. */
  table: () => Promise<ReadChunkTable>;
  /** Finds the letters in which a phrase stands, and where: in no two of the standings at the same place. */
  match: (phrase: Phrase) => Promise<readonly Standing[]>;
  text: (row: number) => Promise<LetterText>;
}

/** A shard with its reader. */
export interface OpenShard extends ShardEntry {
  reader: ShardReader;
}

export function createShardReader(folder: string, files: IndexFiles): ShardReader {
  const table = (): Promise<ReadChunkTable> =>
    files.value(shardFile.chunkTable(folder), (value) => readChunkTable(value as ChunkTable));
  const chunk = (place: number) => files.chunk(shardFile.chunk(folder, place));
  const zones = (place: number) => files.zones(shardFile.zones(folder, place));
  const text = (row: number) => files.text(shardFile.text(folder, row));
  return {
    head: () =>
      files.value(shardFile.head(folder), (value) => {
        const head = value as ShardHead;
        const dates = readDates(head.dates);
        return { ...head, dates, shown: shardFacets(dates, head.facets) };
      }),
    columns: <N extends ColumnName>(name: N) =>
      files.value(shardFile.columns(folder, name), (value) => value as Columns[N]),
    table,
    match: async (phrase) =>
      phrase.length === 0 ? [] : matchPhrase({ table: await table(), chunk, zones, text }, phrase),
    text,
  };
}
