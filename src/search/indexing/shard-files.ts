import { bodyUnit, columnNames, type StoredShardHead, type ZoneEnds } from '../form/catalogue.ts';
import { buildHeadColumns, buildColumns } from './catalogue-writer.ts';
import { buildChunkTable, toSizeSteps, type ChunkSummary } from './chunk-table-writer.ts';
import { shardFile } from '../form/edition-index.ts';
import { letterText, type IndexedLetter } from '../text/indexed-letter.ts';
import { packLetterText } from '../text/letter-text.ts';
import { tokenizeLetter, type LetterTokens } from '../text/letter-tokens.ts';
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
  // Tokens are many: no letter's are kept. The first posting comes when all letters are read, and all ends known.
  const tokens = function* () {
    for (const text of texts) {
      const { tokens: ofLetter, ends } = tokenizeLetter(text);
      for (const [zone, end] of toStoredEnds(ends).entries()) zoneEnds[zone]?.push(end);
      yield ofLetter;
    }
  };
  const chunks: ChunkSummary[] = [];
  for (const { bytes, postings, ...chunk } of splitIntoChunks(invert(tokens()), chunkSize)) {
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

/** Converts the ends of a letter's zones to the form in which they are stored. */
function toStoredEnds([title, header, headings, body]: LetterTokens['ends']): number[] {
  return [title, header, headings, Math.round((body - headings) / bodyUnit)];
}

function scriptFile(name: string, bytes: Uint8Array): IndexFile {
  return { path: `${name}.js`, contents: writeDataFile(name, bytes) };
}
