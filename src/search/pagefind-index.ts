import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { renameMeta } from './pagefind-meta.ts';

/** What Pagefind made of some pages, which it knows by their rows: `0`, `1` … */
export interface PagefindFiles {
  /** `pagefind-entry.json` */
  entry: string;
  /** Compressed: Pagefind's table of pages and chunks, under Pagefind's name for it. */
  meta: { name: string; bytes: Uint8Array };
  /** Compressed by Pagefind: the chunks of the index. */
  chunks: { name: string; bytes: Uint8Array }[];
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
  const metaName = names.find((name) => name.endsWith('.pf_meta')) ?? '';
  const rows = await rowsOfPages(join(folder, 'fragment'), count);
  const { bytes, chunkNames } = renameMeta(
    await readFile(join(folder, metaName)),
    (page) => rows.get(page) ?? '',
  );
  return {
    entry: await readFile(join(folder, 'pagefind-entry.json'), 'utf8'),
    meta: { name: metaName, bytes },
    chunks: await Promise.all(
      [...chunkNames].map(async ([old, name]) => ({
        name: `${name}.pf_index`,
        bytes: await readFile(join(folder, 'index', `${old}.pf_index`)),
      })),
    ),
  };
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind：${errors.join('；')}`);
}

/** Pagefind names a page after its content; which row that is stands in the page's fragment only. */
async function rowsOfPages(folder: string, count: number): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, file)))
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const fragment = JSON.parse(text) as Fragment | Record<string, Fragment>;
    const named = isFragment(fragment) ? { [file.replace('.pf_fragment', '')]: fragment } : fragment;
    for (const [name, { url }] of Object.entries(named)) rows.set(name, url);
  }
  if (rows.size < count) throw new Error('Pagefind 漏编了一件');
  return rows;
}

interface Fragment {
  url: string;
}

/** With one page in the index the file holds its fragment, with more a table of them. */
function isFragment(value: Fragment | Record<string, Fragment>): value is Fragment {
  return 'url' in value && typeof value.url === 'string';
}
