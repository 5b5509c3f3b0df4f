import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { serveEdition } from '../src/cli/server.ts';
import { buildEdition } from '../src/integrations/build.ts';
import { contentFolder, editionFolder, expect, test as base, watch, type EditionOptions } from './edition.ts';
import { writeHostileContent } from './security/hostile-content.ts';
import { trespasses } from './security/trespasses.ts';
import { vectors } from './security/vectors.ts';

/** An edition made of hostile content alone; it lies beside the one of the other specs. */
const test = base.extend<object, EditionOptions & { hostile: { folder: string; at: string } }>({
  hostile: [
    async ({ transport }, use) => {
      const folder = join(dirname(dirname(editionFolder)), `hostile-${transport}`, 'dist');
      const content = join(dirname(contentFolder), `hostile-${transport}-content`);
      await writeHostileContent(content);
      await buildEdition({ content, out: folder, base: '/' });
      if (transport === 'file') {
        await use({ folder, at: `${pathToFileURL(folder).href}/` });
        return;
      }
      const { address, server } = await serveEdition(folder, { port: 0, host: '127.0.0.1' });
      await use({ folder, at: address });
      server.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Opens a page in a tab of its own and tells all that is wrong with it. */
async function inspect(page: Page, at: string, path: string, ready?: () => Promise<void>): Promise<string[]> {
  const response = await page.goto(at + path);
  await ready?.();
  const policies = await page.locator('meta[http-equiv="Content-Security-Policy"]').count();
  const found = await page.evaluate(trespasses);
  if (response?.ok() === false) found.push(`status ${response.status()}`);
  if (policies !== 1) found.push(`${policies} policies`);
  return found.map((trespass) => `${path}: ${trespass}`);
}

test('nothing hostile in the body, the frontmatter or the names of letters takes effect on any page', async ({
  browser,
  hostile: { folder, at },
}) => {
  test.setTimeout(300_000);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const pages = files.filter((name) => name.endsWith('.html') && name !== '404.html').sort();
  expect(pages.filter((name) => /^replies\/2021\/[\w-]+\.html$/.test(name))).toHaveLength(vectors.length);
  const page = await browser.newPage();
  const troubles: string[] = [];
  watch(page, at, troubles);
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const path of pages) troubles.push(...(await inspect(page, at, encodeURI(path))));
  await page.close();
  expect(troubles).toEqual([]);
});

for (const query of ['script', 'onerror', '虚构'])
  test(`results of a search for ${query} show hostile text as text`, async ({ page, hostile: { at } }) => {
    const troubles: string[] = [];
    watch(page, at, troubles);
    const found = await inspect(page, at, `search.html?q=${encodeURIComponent(query)}`, async () => {
      await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
      await expect(page.locator('ol[data-results] > li').first()).toBeVisible();
    });
    expect([...troubles, ...found]).toEqual([]);
  });

test('the received file with a hostile name can be had from the letter’s page', async ({
  page,
  hostile: { folder, at },
}) => {
  await page.goto(`${at}replies/2021/constructor.html`);
  const link = page.getByRole('link', { name: '下载原件' });
  const href = (await link.getAttribute('href')) ?? '';
  const path = decodeURIComponent(href.replace('../../', ''));
  expect(await readdir(dirname(join(folder, path)))).toContain(path.slice(path.lastIndexOf('/') + 1));
});
