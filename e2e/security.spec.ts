import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { serveEdition } from '../src/cli/server.ts';
import { buildEdition } from '../src/integrations/build.ts';
import { contentFolder, editionFolder, expect, test as base, type EditionOptions } from './edition.ts';
import { writeHostileContent } from './security/hostile-content.ts';
import { trespasses } from './security/trespasses.ts';
import { vectors } from './security/vectors.ts';

interface HostileEdition {
  /** Where it lies. */
  hostile: string;
  /** Its address, with a closing slash, in place of the one of the other specs. */
  address: string;
}

/** The specs' `test` on an edition made of hostile content alone. */
const test = base.extend<object, EditionOptions & HostileEdition>({
  hostile: [
    async ({ transport }, use) => {
      const folder = join(dirname(dirname(editionFolder)), `hostile-${transport}`, 'dist');
      const content = join(dirname(contentFolder), `hostile-${transport}-content`);
      await writeHostileContent(content);
      await buildEdition({ content, out: folder, base: '/' });
      await use(folder);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  address: [
    async ({ hostile, transport }, use) => {
      if (transport === 'file') {
        await use(`${pathToFileURL(hostile).href}/`);
        return;
      }
      const { address, server } = await serveEdition(hostile, { port: 0, host: '127.0.0.1' });
      await use(address);
      server.close();
    },
    { scope: 'worker' },
  ],
});

// One edition, built once: all specs of this file run in one worker.
test.describe.configure({ mode: 'default' });

/** What on the page is not the edition's own. */
async function inspect(page: Page, path: string): Promise<string[]> {
  return (await page.evaluate(trespasses)).map((trespass) => `${path}: ${trespass}`);
}

test('nothing hostile in the body, the frontmatter or the names of letters takes effect on any page', async ({
  page,
  open,
  hostile,
  troubles,
}) => {
  test.setTimeout(300_000);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  const files = (await readdir(hostile, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const pages = files.filter((name) => name.endsWith('.html') && name !== '404.html').sort();
  expect(pages.filter((name) => /^replies\/2021\/[\w-]+\.html$/.test(name))).toHaveLength(vectors.length);
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
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
  hostile,
}) => {
  await open('replies/2021/constructor.html');
  const href = (await page.getByRole('link', { name: '下载原件' }).getAttribute('href')) ?? '';
  const path = decodeURIComponent(href.replace('../../', ''));
  expect(await readdir(dirname(join(hostile, path)))).toContain(path.slice(path.lastIndexOf('/') + 1));
});
