import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readMeta } from './pagefind-reader.ts';

/**
 * Indexes pages of tokens with Pagefind. It is to be called once in a process, which should end soon
 * after: Pagefind's service keeps the memory of an index.
 *
 * @param pages Tokens of each page. Pagefind knows it by its row: `0`, `1` …
 * @param folder Where Pagefind writes; it is made.
 */
export async function indexWithPagefind(pages: Iterable<readonly string[]>, folder: string): Promise<void> {
  // `und` has neither stems nor a dictionary: our tokens are indexed as they are.
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
 * Pagefind names a page after its content; which row that is stands in the page's fragment only. The
 * engine counts on it that pages stand in the order in which they were given.
 */
async function assertPageOrder(folder: string, pages: readonly string[]): Promise<void> {
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
