import { bodyUnit, columnNames, type ShardHead, type ZoneEnds } from './catalogue.ts';
import { headColumns, otherColumns } from './catalogue-writer.ts';
import { shardFile } from './edition-index.ts';
import { letterText, type IndexedLetter } from './indexed-letter.ts';
import { encodeText, type LetterText } from './letter-text.ts';
import { letterTokens } from './letter-tokens.ts';
import { indexWithPagefind } from './pagefind-index.ts';
import { packed, packedHan, toScript } from './script-shard.ts';

/** A file of the index: path below `search/`, contents. */
export interface IndexFile {
  path: string;
  contents: string;
}

/**
 * Indexes the letters of one shard. The same letters give the same bytes on every machine.
 *
 * @param folder Name of the shard's folder below `search/`.
 * @param letters In the order of their rows: new to old.
 * @param pagefind What Pagefind needs: a scratch folder, which the caller removes, and the size of chunks.
 * @yields The shard's files.
 */
export async function* indexShard(
  folder: string,
  letters: readonly IndexedLetter[],
  pagefind: { folder: string; chunkSize: number },
): AsyncGenerator<IndexFile> {
  const texts = letters.map(letterText);
  for (const [row, text] of texts.entries())
    yield scriptFile(shardFile.text(folder, row), packedHan(encodeText(text)));
  const columns = otherColumns(letters);
  for (const name of columnNames)
    yield scriptFile(shardFile.columns(folder, name), packed(JSON.stringify(columns[name])));
  const zoneEnds: ZoneEnds = [[], [], [], []];
  const { table, chunks } = await indexWithPagefind(pagesOf(texts, zoneEnds), pagefind);
  for (const [chunk, bytes] of chunks.entries()) yield scriptFile(shardFile.chunk(folder, chunk), bytes);
  yield scriptFile(shardFile.chunkTable(folder), packed(JSON.stringify(table)));
  const head: ShardHead = { ...headColumns(letters), zoneEnds };
  yield scriptFile(shardFile.head(folder), packed(JSON.stringify(head)));
}

function* pagesOf(texts: readonly LetterText[], zoneEnds: ZoneEnds): Generator<string[]> {
  for (const text of texts) {
    const { tokens, ends } = letterTokens(text);
    const [title, header, headings, body] = ends;
    const stored = [title, header, headings, Math.round((body - headings) / bodyUnit)];
    for (const [zone, value] of stored.entries()) zoneEnds[zone]?.push(value);
    yield tokens;
  }
}

function scriptFile(name: string, bytes: Uint8Array): IndexFile {
  return { path: `${name}.js`, contents: toScript(name, bytes) };
}
