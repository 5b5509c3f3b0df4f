import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editionFolder, expect, test } from './support/edition.fixture.ts';

/** Where a letter is, and where it was before it was renamed. */
const renamed = { now: 'replies/2018/npc-16-2-0031', before: 'replies/2017/npc-16-2-31' };

const textOf = (path: string) => readFile(join(editionFolder, path), 'utf8');

test('the old address of a letter leads to it, with paragraph and query', async ({ page, open, address }) => {
  await open(`${renamed.before}.html?q=%E6%B2%B3%E9%81%93#p2`);
  await expect(page).toHaveURL(`${address}${renamed.now}.html?q=%E6%B2%B3%E9%81%93#p2`);
  await expect(page.locator('#p2')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('the old address of a comparison leads to the comparison', async ({ page, open, address }) => {
  await open(`${renamed.before}.compare.html`);
  await expect(page).toHaveURL(`${address}${renamed.now}.compare.html`);
});

test('an old address leads to the letter without JavaScript', async ({
  pageWithoutScripts: page,
  address,
}) => {
  await page.goto(`${address}${renamed.before}.html`);
  await expect(page).toHaveURL(`${address}${renamed.now}.html`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第0031号建议的答复');
});

test('the page at an old address names the new one to search engines and to readers', async () => {
  const html = await textOf(`${renamed.before}.html`);
  expect(html).toContain(`<link rel="canonical" href="https://archive.example/${renamed.now}.html"`);
  expect(html).toContain('<a href="../2018/npc-16-2-0031.html">关于修建灌渠、整治虚构河道的建议</a>');
});

test('an old address is in the manifest, and in no list, index, feed or sitemap', async () => {
  expect(await textOf('manifest-sha256.txt')).toContain(`${renamed.before}.html`);
  const files = await readdir(editionFolder, { recursive: true, withFileTypes: true });
  const naming: string[] = [];
  for (const entry of files.filter((one) => one.isFile())) {
    // Tables have a column of the field, as the letter's own file has it.
    if (entry.name.endsWith('.csv')) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes('2017/npc-16-2-31'))
      naming.push(path.slice(editionFolder.length + 1).replaceAll('\\', '/'));
  }
  expect(naming.sort()).toEqual(['manifest-sha256.js', 'manifest-sha256.txt', `${renamed.now}.md`]);
});
