import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { inDepth } from '../src/setup/depth.ts';
import { expect, hostileEditionFolder, test, type TransportOption } from './support/edition.fixture.ts';
import { attributeOf } from './support/reading.fixture.ts';
import { findIntrusions } from './support/hostile/intrusions.fixture.ts';
import { vectors } from './support/hostile/vectors.fixture.ts';

test.use({ folder: hostileEditionFolder });

/** Lists what hostile content has brought onto the page. */
async function inspect(page: Page, path: string): Promise<string[]> {
  return (await page.evaluate(findIntrusions)).map((intrusion) => `${path}: ${intrusion}`);
}

/** The pages of the edition by kind; `other` are the pages of the whole archive. */
const kinds: Record<string, RegExp> = {
  letter: /^replies\/.*(?<!\.compare)\.html$/,
  comparison: /\.compare\.html$/,
  agency: /^agencies\//,
  session: /^sessions\//,
  other: /^(?!replies\/|agencies\/|sessions\/)/,
};

/**
 * What is opened of the pages of a kind. In `npm test` every letter and every page of the archive is, on a server or as a
 * file, but only some of the others, which show the same text. `npm run test:deep` opens all on both.
 */
function opened(pages: readonly string[], kind: string, transport: TransportOption['transport']): string[] {
  const every = inDepth(kind === 'letter' || kind === 'other' ? 2 : 6, 1);
  const first = transport === 'http' ? 0 : every - 1;
  return pages.filter((_, at) => at % every === first);
}

/** Lists the pages of a kind. */
async function pagesOf(folder: string, kind: RegExp): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  return files.filter((name) => name.endsWith('.html') && name !== '404.html' && kind.test(name)).sort();
}

for (const [kind, names] of Object.entries(kinds))
  test(`nothing hostile in the body, frontmatter or names of letters takes effect on any ${kind} page @files`, async ({
    page,
    open,
    folder,
    troubles,
    transport,
  }) => {
    test.setTimeout(600_000);
    for (const path of opened(await pagesOf(folder, names), kind, transport)) {
      await open(encodeURI(path));
      troubles.push(...(await inspect(page, path)));
    }
  });

test('each vector has a letter, and each page belongs to one kind', async ({ folder }) => {
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  expect(await pagesOf(folder, /^replies\/2021\/[\w-]+\.html$/)).toHaveLength(vectors.length);
  const sorted = await Promise.all(Object.values(kinds).map((names) => pagesOf(folder, names)));
  expect(sorted.flat().sort()).toEqual(await pagesOf(folder, /./));
  for (const pages of sorted) expect(pages).not.toEqual([]);
});

for (const query of ['script', 'onerror', '虚构'])
  test(`results of a search for ${query} show hostile text literally @files`, async ({
    page,
    open,
    troubles,
  }) => {
    await open(`search.html?q=${encodeURIComponent(query)}`);
    await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
    await expect(page.locator('ol[data-results] > li').first()).toBeVisible();
    troubles.push(...(await inspect(page, query)));
  });

test('a received file with a hostile name can be downloaded from the letter’s page @files', async ({
  page,
  open,
  folder,
}) => {
  await open('replies/2021/constructor.html');
  const href = await attributeOf(page.getByRole('link', { name: '下载原件' }), 'href');
  const path = decodeURIComponent(href.replace('../../', ''));
  expect(await readdir(dirname(join(folder, path)))).toContain(path.slice(path.lastIndexOf('/') + 1));
});
