import { bodyUnit, columnNames, type StoredShardHead, type ZoneLengths } from '../../form/catalogue.ts';
import { shardFile, type ShardPart } from '../../form/edition-index.ts';
import { buildColumns, buildHeadColumns, type CataloguedLetter } from '../catalogue-writer.ts';
import { buildChunkTable } from '../chunk-table-writer.ts';
import { deflateObject, makeDataFile, type NewFile } from '../data-file-writer.ts';
import type { LetterEnds } from '../posting/inverter.ts';
import { buildTextTable } from '../texts/text-blocks.ts';
import type { WrittenPostings } from './postings.ts';

/** A file that describes a shard as a whole. */
export type PartFile = NewFile & { part: ShardPart; stamp: number };

/**
 * Makes the head, the tables and, if they are wanted, the columns of a shard.
 *
 * @param letters Newest first.
 */
export function makeShardParts(
  folder: string,
  letters: readonly CataloguedLetter[],
  { ends, chunks, blocks }: WrittenPostings,
  { zonesFrom, withColumns }: { zonesFrom: number; withColumns: boolean },
): PartFile[] {
  const head: StoredShardHead = { ...buildHeadColumns(letters), ...toZoneLengths(ends) };
  const values: [ShardPart, object][] = [
    ['head', head],
    ['chunks', buildChunkTable(chunks, zonesFrom)],
    ['texts', buildTextTable(blocks)],
    ...(withColumns ? columnsOf(letters) : []),
  ];
  return values.map(([part, value]) => ({
    part,
    ...makeDataFile(shardFile.part(folder, part), [deflateObject(value)]),
  }));
}

function columnsOf(letters: readonly CataloguedLetter[]): [ShardPart, object][] {
  const columns = buildColumns(letters);
  return columnNames.map((name) => [name, columns[name]]);
}

function toZoneLengths(ends: readonly LetterEnds[]): ZoneLengths {
  return {
    titleLengths: ends.map(([title]) => title),
    headerLengths: ends.map(([title, header]) => header - title),
    headingLengths: ends.map(([, header, headings]) => headings - header),
    bodyLengths: ends.map(([, , headings, body]) => Math.round((body - headings) / bodyUnit)),
  };
}
