import { bodyUnit, columnNames, type StoredShardHead, type ZoneEnds } from '../form/catalogue.ts';
import { buildHeadColumns, buildColumns } from './catalogue-writer.ts';
import { buildChunkTable, toSizeSteps, type ChunkSummary } from './chunk-table-writer.ts';
import { shardFile } from '../form/edition-index.ts';
import { letterText, type IndexedLetter } from '../text/indexed-letter.ts';
import { packLetterText, type LetterText } from '../text/letter-text.ts';
import { tokenizeLetter } from '../text/letter-tokens.ts';
import { invert } from './inverter.ts';
import { splitIntoChunks } from './posting-chunk-writer.ts';
import { deflateText, deflateHanText, writeDataFile } from './data-file-writer.ts';
import { packZoneChunk } from './zone-chunk-writer.ts';

/** A file of the index: path below `search/`, contents. */
export interface IndexFile {
  path: string;
  contents: string;
}

/** How the index of a shard is split into files. */
export interface ChunkSizes {
  /** Approximate number of token positions in a chunk. */
  chunkSize: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom: number;
}

/**
 * Builds the files of a shard. The same letters give the same bytes on every machine.
 *
 * @param folder Name of the shard's folder below `search/`.
 * @param letters In the order of their rows, newest first.
 */
export function* buildShardFiles(
  folder: string,
  letters: readonly IndexedLetter[],
  { chunkSize, zonesFrom }: ChunkSizes,
): Generator<IndexFile> {
  const texts = letters.map(letterText);
  for (const [row, text] of texts.entries())
    yield scriptFile(shardFile.text(folder, row), deflateHanText(packLetterText(text)));
  const columns = buildColumns(letters);
  for (const name of columnNames)
    yield scriptFile(shardFile.columns(folder, name), deflateText(JSON.stringify(columns[name])));
  const zoneEnds: ZoneEnds = [[], [], [], []];
  const chunks: ChunkSummary[] = [];
  for (const { bytes, postings, ...chunk } of splitIntoChunks(invert(tokensOf(texts, zoneEnds)), chunkSize)) {
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

/** Tokenizes letters and adds to `zoneEnds` where the zones of each end. */
function* tokensOf(texts: readonly LetterText[], zoneEnds: ZoneEnds): Generator<string[]> {
  for (const text of texts) {
    const { tokens, ends } = tokenizeLetter(text);
    const [title, header, headings, body] = ends;
    const stored = [title, header, headings, Math.round((body - headings) / bodyUnit)];
    for (const [zone, value] of stored.entries()) zoneEnds[zone]?.push(value);
    yield tokens;
  }
}

function scriptFile(name: string, bytes: Uint8Array): IndexFile {
  return { path: `${name}.js`, contents: writeDataFile(name, bytes) };
}
