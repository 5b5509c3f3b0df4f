import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readMeta } from './pagefind-reader.ts';

/**
 * Indexes pages of tokens with Pagefind. Call once per process, which should end soon after: Pagefind's service
 * does not free the memory of an index.
 *
 * @param pages Tokens of each page. Its URL is its row: `0`, `1` …
 * @param folder Where Pagefind writes; created if missing.
 */
export async function indexWithPagefind(pages: Iterable<readonly string[]>, folder: string): Promise<void> {
  // `und` has neither stemming nor a dictionary: tokens are indexed as they are.
  const { index, errors } = await createIndex({ forceLanguage: 'und', maxFragments: 1 });
  if (index === undefined) throw new Error(`Pagefind：${errors.join('；')}`);
  let count = 0;
  for (const tokens of pages) {
    const record = { url: String(count), content: tokens.join(' '), language: 'und' };
    throwErrors((await index.addCustomRecord(record)).errors);
    count += 1;
  }
  throwErrors((await index.writeFiles({ outputPath: folder })).errors);
  await close();
  const meta = readMeta(folder);
  await assertPageOrder(join(folder, 'fragment'), meta.pages);
  if (meta.pages.length < count) throw new Error('Pagefind 漏编了一件');
}

function throwErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind：${errors.join('；')}`);
}

/**
 * Checks that Pagefind keeps the order of pages, on which the engine relies. Pagefind names a page by a hash of its
 * content; only the page's fragment says which row it is.
 */
async function assertPageOrder(folder: string, pages: readonly string[]): Promise<void> {
  const rows = new Map(pages.map((page, row) => [page, row]));
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, file)))
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const fragment = JSON.parse(text) as Fragment | Record<string, Fragment>;
    const named = isFragment(fragment) ? { [file.replace('.pf_fragment', '')]: fragment } : fragment;
    for (const [name, { url }] of Object.entries(named))
      if (rows.get(name) !== Number(url)) throw new Error('Pagefind 没有按给出的顺序编页');
  }
}

interface Fragment {
  url: string;
}

/** The file of an index with one page contains its fragment; with more, a table of them. */
function isFragment(value: Fragment | Record<string, Fragment>): value is Fragment {
  return 'url' in value && typeof value.url === 'string';
}
