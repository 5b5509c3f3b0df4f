import { bodyUnit, columnNames, type StoredShardHead, type ZoneLengths } from '../../form/catalogue.ts';
import { shardFile, type ShardPart } from '../../form/edition-index.ts';
import { buildColumns, buildHeadColumns } from '../catalogue-writer.ts';
import { buildChunkTable } from '../chunk-table-writer.ts';
import { deflateObject, makeDataFile, type NewFile } from '../data-file-writer.ts';
import type { LetterEnds } from '../posting/inverter.ts';
import type { SourceLetter } from '../source-letter.ts';
import { buildTextTable } from '../texts/text-blocks.ts';
import type { WrittenPostings } from './postings.ts';

/** A file that describes a shard as a whole. */
export type PartFile = NewFile & { part: ShardPart; stamp: number };

/** Makes the head, the columns and the tables of a shard. @param letters Newest first. */
export function makeShardParts(
  folder: string,
  letters: readonly Pick<SourceLetter, 'id' | 'frontmatter'>[],
  { ends, chunks, blocks }: WrittenPostings,
  zonesFrom: number,
): PartFile[] {
  const head: StoredShardHead = { ...buildHeadColumns(letters), ...toZoneLengths(ends) };
  const columns = buildColumns(letters);
  const values: [ShardPart, object][] = [
    ['head', head],
    ['chunks', buildChunkTable(chunks, zonesFrom)],
    ['texts', buildTextTable(blocks)],
    ...columnNames.map((name): [ShardPart, object] => [name, columns[name]]),
  ];
  return values.map(([part, value]) => ({
    part,
    ...makeDataFile(shardFile.part(folder, part), [deflateObject(value)]),
  }));
}

function toZoneLengths(ends: readonly LetterEnds[]): ZoneLengths {
  return {
    titleLengths: ends.map(([title]) => title),
    headerLengths: ends.map(([title, header]) => header - title),
    headingLengths: ends.map(([, header, headings]) => headings - header),
    bodyLengths: ends.map(([, , headings, body]) => Math.round((body - headings) / bodyUnit)),
  };
}
