import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { ChunkTable } from './chunk-table.ts';
import { chunkTable, readPagefindMeta } from './pagefind-meta.ts';
import { packChunk } from './posting-chunk-writer.ts';

/** What Pagefind made of some pages, which it knows by their rows: `0`, `1` … */
export interface PagefindFiles {
  table: ChunkTable;
  /** The chunks of the index in the order of the table, as `packChunk` packs them. */
  chunks: Uint8Array[];
}

/**
 * Indexes pages of tokens with Pagefind. It is to be called once in a process, which should end soon
 * after: Pagefind's service keeps the memory of an index.
 *
 * @param pages Tokens of each page.
 * @param options.folder Where Pagefind may write; the caller removes it.
 * @param options.chunkSize Places of tokens in a chunk of the index, about.
 */
export async function indexWithPagefind(
  pages: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  { folder, chunkSize }: { folder: string; chunkSize: number },
): Promise<PagefindFiles> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunkSize);
  // `und` has neither stems nor a dictionary: our tokens are indexed as they are.
  const { index, errors } = await createIndex({ forceLanguage: 'und', maxFragments: 1 });
  if (index === undefined) throw new Error(`Pagefind：${errors.join('；')}`);
  let count = 0;
  for await (const tokens of pages) {
    const record = { url: String(count), content: tokens.join(' '), language: 'und' };
    refuse((await index.addCustomRecord(record)).errors);
    count += 1;
  }
  refuse((await index.writeFiles({ outputPath: folder })).errors);
  await close();
  const names = await readdir(folder);
  const meta = readPagefindMeta(
    await readFile(join(folder, names.find((name) => name.endsWith('.pf_meta')) ?? '')),
  );
  await refuseOtherOrder(join(folder, 'fragment'), meta.pages);
  if (meta.pages.length < count) throw new Error('Pagefind 漏编了一件');
  const chunks: Uint8Array[] = [];
  for (const { name } of meta.chunks)
    chunks.push(packChunk(await readFile(join(folder, 'index', `${name}.pf_index`))));
  const sizes = chunks.map(({ length }) => length);
  return { table: chunkTable(meta, sizes), chunks };
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind：${errors.join('；')}`);
}

/**
 * Pagefind names a page after its content; which row that is stands in the page's fragment only. The
 * engine counts on it that pages stand in the order in which they were given.
 */
async function refuseOtherOrder(folder: string, pages: readonly string[]): Promise<void> {
  const places = new Map(pages.map((page, place) => [page, place]));
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, file)))
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const fragment = JSON.parse(text) as Fragment | Record<string, Fragment>;
    const named = isFragment(fragment) ? { [file.replace('.pf_fragment', '')]: fragment } : fragment;
    for (const [name, { url }] of Object.entries(named))
      if (places.get(name) !== Number(url)) throw new Error('Pagefind 没有按给出的顺序编页');
  }
}

interface Fragment {
  url: string;
}

/** With one page in the index the file holds its fragment, with more a table of them. */
function isFragment(value: Fragment | Record<string, Fragment>): value is Fragment {
  return 'url' in value && typeof value.url === 'string';
}
