import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, hostileEditionFolder, test } from './edition.ts';
import { trespasses } from './security/trespasses.ts';
import { vectors } from './security/vectors.ts';

test.use({ folder: hostileEditionFolder });

/** What on the page is not the edition's own. */
async function inspect(page: Page, path: string): Promise<string[]> {
  return (await page.evaluate(trespasses)).map((trespass) => `${path}: ${trespass}`);
}

test('nothing hostile in the body, the frontmatter or the names of letters takes effect on any page', async ({
  page,
  open,
  folder,
  troubles,
}) => {
  test.setTimeout(600_000);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const pages = files.filter((name) => name.endsWith('.html') && name !== '404.html').sort();
  expect(pages.filter((name) => /^replies\/2021\/[\w-]+\.html$/.test(name))).toHaveLength(vectors.length);
  for (const path of pages) {
    await open(encodeURI(path));
    troubles.push(...(await inspect(page, path)));
  }
});

for (const query of ['script', 'onerror', '虚构'])
  test(`results of a search for ${query} show hostile text as text`, async ({ page, open, troubles }) => {
    await open(`search.html?q=${encodeURIComponent(query)}`);
    await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
    await expect(page.locator('ol[data-results] > li').first()).toBeVisible();
    troubles.push(...(await inspect(page, query)));
  });

test('the received file with a hostile name can be had from the letter’s page', async ({
  page,
  open,
  folder,
}) => {
  await open('replies/2021/constructor.html');
  const href = (await page.getByRole('link', { name: '下载原件' }).getAttribute('href')) ?? '';
  const path = decodeURIComponent(href.replace('../../', ''));
  expect(await readdir(dirname(join(folder, path)))).toContain(path.slice(path.lastIndexOf('/') + 1));
});
