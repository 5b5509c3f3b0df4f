import {
  toZoneEnds,
  type ColumnName,
  type Columns,
  type StoredShardHead,
  type ZoneEnds,
} from '../form/catalogue.ts';
import { openChunkTable, type StoredChunkTable, type ChunkTable } from '../form/chunk-table.ts';
import { shardFile, type ShardEntry, type ShardPart } from '../form/edition-index.ts';
import { shardFacets, type ShardFacets } from './shard-facets.ts';
import type { IndexFiles } from './index-files.ts';
import type { LetterText } from '../text/letter-text.ts';
import { openTextTable, type StoredTextTable } from '../form/text-table.ts';
import { localDay } from '../query/local-day.ts';
import { unpackDates } from '../form/packed-dates.ts';
import type { Phrase } from '../text/tokens.ts';
import { findPhrase } from './phrase-search.ts';
import type { Occurrences } from './occurrences.ts';

/** The head of a shard, ready for use. */
interface ShardHead extends Omit<StoredShardHead, 'dates'> {
  zoneEnds: ZoneEnds;
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

/** @param today The visitor's day, `yyyy-mm-dd`. */
export function createShardReader(
  { folder, letters, stamps }: ShardEntry,
  files: IndexFiles,
  today = localDay(new Date()),
): ShardReader {
  const part = (name: ShardPart) => ({ name: shardFile.part(folder, name), stamp: stamps[name] });
  const table = (): Promise<ChunkTable> =>
    files.value(part('chunks'), (value) => openChunkTable(value as StoredChunkTable));
  const head = () =>
    files.value(part('head'), (value): ShardHead => {
      const stored = value as StoredShardHead;
      const dates = unpackDates(stored.dates);
      const allFacets = shardFacets(dates, stored.facets, today);
      return { ...stored, dates, zoneEnds: toZoneEnds(stored), allFacets };
    });
  const chunk = async (number: number) => {
    const { boundOf, stampOf } = await table();
    const name = shardFile.chunk(folder, boundOf(number));
    return files.chunk({ name, stamp: stampOf(number) }, letters);
  };
  const zones = async (number: number) => {
    const { boundOf, zoneStampOf } = await table();
    const name = shardFile.zones(folder, boundOf(number));
    return files.zones({ name, stamp: zoneStampOf(number) }, letters);
  };
  const text = async (row: number) => {
    const [{ ids }, places] = await Promise.all([
      head(),
      files.value(part('texts'), (value) => openTextTable(value as StoredTextTable)),
    ]);
    const place = places[row];
    if (place === undefined) throw new RangeError(`no row ${row}`);
    const { oldest, ...file } = place;
    return files.text({ name: shardFile.texts(folder, ids[oldest] ?? ''), ...file });
  };
  return {
    head,
    columns: <N extends ColumnName>(name: N) => files.value(part(name), (value) => value as Columns[N]),
    table,
    findPhrase: async (phrase) =>
      phrase.length === 0 ? [] : findPhrase({ table: await table(), chunk, zones, text }, phrase),
    text,
  };
}
