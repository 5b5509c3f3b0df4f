import { bodyUnit, columnNames, type ShardHead, type ZoneEnds } from '../form/catalogue.ts';
import { headColumns, otherColumns } from './catalogue-writer.ts';
import { chunkTable, stepsOf, type DealtChunk } from './chunk-table-writer.ts';
import { shardFile } from '../form/edition-index.ts';
import { letterText, type IndexedLetter } from '../text/indexed-letter.ts';
import { encodeText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import { indexWithPagefind } from './pagefind/pagefind-index.ts';
import { readPagefindIndex } from './pagefind/pagefind-reader.ts';
import { dealChunks } from './posting-chunk-writer.ts';
import { packed, packedHan, toScript } from './data-file-writer.ts';
import { mergePostings, type IndexPart } from './token-posting.ts';
import { packZones } from './zone-chunk-writer.ts';

/** A file of the index: path below `search/`, contents. */
export interface IndexFile {
  path: string;
  contents: string;
}

/** Some neighbouring letters of a shard, which Pagefind indexed by themselves. */
export interface ShardPart {
  letters: number;
  /** Where Pagefind's files lie. */
  folder: string;
}

/** How the index of a shard is cut. */
export interface ChunkSizes {
  /** Places of tokens in a chunk, about. */
  chunkSize: number;
  /** Size from which a chunk has a file of zones besides, in steps of the chunk table. */
  zonesFrom: number;
}

/** Has Pagefind index some letters into a folder, by their rows. Their tokens are all that it is given. */
export async function indexPart(letters: readonly IndexedLetter[], folder: string): Promise<void> {
  await indexWithPagefind(tokensOf(letters), folder);
}

function* tokensOf(letters: readonly IndexedLetter[]): Generator<string[]> {
  for (const letter of letters) yield letterTokens(letterText(letter)).tokens;
}

/**
 * Makes the files of one shard. The same letters give the same bytes on every machine.
 *
 * @param folder Name of the shard's folder below `search/`.
 * @param letters In the order of their rows: new to old.
 * @param parts All of them, as they were indexed, in their order.
 */
export function* shardFiles(
  folder: string,
  letters: readonly IndexedLetter[],
  parts: readonly ShardPart[],
  { chunkSize, zonesFrom }: ChunkSizes,
): Generator<IndexFile> {
  const zoneEnds: ZoneEnds = [[], [], [], []];
  for (const [row, letter] of letters.entries()) {
    const text = letterText(letter);
    const [title, header, headings, body] = letterTokens(text).ends;
    const stored = [title, header, headings, Math.round((body - headings) / bodyUnit)];
    for (const [zone, value] of stored.entries()) zoneEnds[zone]?.push(value);
    yield scriptFile(shardFile.text(folder, row), packedHan(encodeText(text)));
  }
  const columns = otherColumns(letters);
  for (const name of columnNames)
    yield scriptFile(shardFile.columns(folder, name), packed(JSON.stringify(columns[name])));
  const chunks: DealtChunk[] = [];
  for (const { bytes, postings, ...chunk } of dealChunks(mergePostings(indexParts(parts)), chunkSize)) {
    yield scriptFile(shardFile.chunk(folder, chunks.length), bytes);
    if (stepsOf(chunk.size) >= zonesFrom)
      yield scriptFile(shardFile.zones(folder, chunks.length), packZones(postings, zoneEnds));
    chunks.push(chunk);
  }
  yield scriptFile(shardFile.chunkTable(folder), packed(JSON.stringify(chunkTable(chunks, zonesFrom))));
  const head: ShardHead = { ...headColumns(letters), zoneEnds };
  yield scriptFile(shardFile.head(folder), packed(JSON.stringify(head)));
}

function indexParts(parts: readonly ShardPart[]): IndexPart[] {
  let from = 0;
  return parts.map(({ letters, folder }) => {
    const part = { from, postings: readPagefindIndex(folder) };
    from += letters;
    return part;
  });
}

function scriptFile(name: string, bytes: Uint8Array): IndexFile {
  return { path: `${name}.js`, contents: toScript(name, bytes) };
}
