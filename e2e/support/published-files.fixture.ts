import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a file of an edition as text. */
export async function textIn(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

/** Lists the files of an edition whose path matches a pattern, sorted. */
export async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => ending.test(name)).sort();
}

/** Lists the ids of an edition's letters: not those that were withdrawn, nor old addresses. */
export async function lettersIn(folder: string): Promise<string[]> {
  const pages = await filesIn(folder, /^replies\/\d{4}\/[a-z0-9-]+\.html$/);
  const letters = await filterPages(folder, pages, (html) => html.includes('data-reply-id='));
  return letters.map((path) => path.slice('replies/'.length, -'.html'.length));
}

/** Whether a page leads to another one. */
export function isRedirect(html: string): boolean {
  return html.includes('http-equiv="refresh"');
}

/** Lists the pages of an edition that are for search engines, sorted: not old addresses, nor withdrawn letters. */
export async function listedPagesIn(folder: string): Promise<string[]> {
  const pages = await filesIn(folder, /^(?!404|originals\/).*\.html$/);
  return filterPages(folder, pages, (html) => !isRedirect(html) && !html.includes('class="withdrawn-page"'));
}

async function filterPages(
  folder: string,
  pages: readonly string[],
  test: (html: string) => boolean,
): Promise<string[]> {
  const kept = await Promise.all(pages.map(async (path) => (test(await textIn(folder, path)) ? [path] : [])));
  return kept.flat();
}
