import { bodyUnit, columnNames, type StoredShardHead, type ZoneEnds } from '../form/catalogue.ts';
import { buildHeadColumns, buildColumns } from './catalogue-writer.ts';
import { buildChunkTable, toSizeSteps, type ChunkSummary } from './chunk-table-writer.ts';
import { shardFile } from '../form/edition-index.ts';
import { letterText, type IndexedLetter } from '../text/indexed-letter.ts';
import { packLetterText } from '../text/letter-text.ts';
import { tokenizeLetter } from '../text/letter-tokens.ts';
import { indexWithPagefind } from './pagefind/pagefind-index.ts';
import { readPagefindIndex } from './pagefind/pagefind-reader.ts';
import { splitIntoChunks } from './posting-chunk-writer.ts';
import { deflateText, deflateHanText, writeDataFile } from './data-file-writer.ts';
import { mergePostings, type PartialIndex } from './token-posting.ts';
import { packZoneChunk } from './zone-chunk-writer.ts';

/** A file of the index: path below `search/`, contents. */
export interface IndexFile {
  path: string;
  contents: string;
}

/** Consecutive letters of a shard, which Pagefind indexes in one run. */
export interface ShardPart {
  /** Number of letters. */
  letters: number;
  /** Folder of Pagefind's files. */
  folder: string;
}

/** How the index of a shard is split into files. */
export interface ChunkSizes {
  /** Approximate number of token positions in a chunk. */
  chunkSize: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom: number;
}

/** Has Pagefind index letters into a folder, by row. It gets nothing but their tokens. */
export async function indexPart(letters: readonly IndexedLetter[], folder: string): Promise<void> {
  await indexWithPagefind(tokensOf(letters), folder);
}

function* tokensOf(letters: readonly IndexedLetter[]): Generator<string[]> {
  for (const letter of letters) yield tokenizeLetter(letterText(letter)).tokens;
}

/**
 * Builds the files of a shard. The same letters give the same bytes on every machine.
 *
 * @param folder Name of the shard's folder below `search/`.
 * @param letters In the order of their rows, newest first.
 * @param parts All indexed parts, in order.
 */
export function* buildShardFiles(
  folder: string,
  letters: readonly IndexedLetter[],
  parts: readonly ShardPart[],
  { chunkSize, zonesFrom }: ChunkSizes,
): Generator<IndexFile> {
  const zoneEnds: ZoneEnds = [[], [], [], []];
  for (const [row, letter] of letters.entries()) {
    const text = letterText(letter);
    const [title, header, headings, body] = tokenizeLetter(text).ends;
    const stored = [title, header, headings, Math.round((body - headings) / bodyUnit)];
    for (const [zone, value] of stored.entries()) zoneEnds[zone]?.push(value);
    yield scriptFile(shardFile.text(folder, row), deflateHanText(packLetterText(text)));
  }
  const columns = buildColumns(letters);
  for (const name of columnNames)
    yield scriptFile(shardFile.columns(folder, name), deflateText(JSON.stringify(columns[name])));
  const chunks: ChunkSummary[] = [];
  for (const { bytes, postings, ...chunk } of splitIntoChunks(mergePostings(openParts(parts)), chunkSize)) {
    yield scriptFile(shardFile.chunk(folder, chunks.length), bytes);
    if (toSizeSteps(chunk.size) >= zonesFrom)
      yield scriptFile(shardFile.zones(folder, chunks.length), packZoneChunk(postings, zoneEnds));
    chunks.push(chunk);
  }
  yield scriptFile(
    shardFile.chunkTable(folder),
    deflateText(JSON.stringify(buildChunkTable(chunks, zonesFrom))),
  );
  const head: StoredShardHead = { ...buildHeadColumns(letters), zoneEnds };
  yield scriptFile(shardFile.head(folder), deflateText(JSON.stringify(head)));
}

function openParts(parts: readonly ShardPart[]): PartialIndex[] {
  let from = 0;
  return parts.map(({ letters, folder }) => {
    const part = { from, postings: readPagefindIndex(folder) };
    from += letters;
    return part;
  });
}

function scriptFile(name: string, bytes: Uint8Array): IndexFile {
  return { path: `${name}.js`, contents: writeDataFile(name, bytes) };
}
