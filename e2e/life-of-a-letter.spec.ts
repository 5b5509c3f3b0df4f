import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editionFolder, expect, test } from './support/edition.fixture.ts';
import { offered, quickFindBox } from './support/quick-find-locators.fixture.ts';

/** Where a letter is, and where it was before it was renamed. */
const renamed = { now: 'replies/2018/npc-16-2-0031', before: 'replies/2017/npc-16-2-31' };

/** A letter that was withdrawn. */
const withdrawn = 'replies/2021/withdrawn';

/** The paths of the edition's files for which something is true, sorted. */
async function filesThat(isTrue: (bytes: Buffer, path: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(editionFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(editionFolder.length + 1).replaceAll('\\', '/');
    if (isTrue(await readFile(file), path)) found.push(path);
  }
  return found.sort();
}

const textOf = (path: string) => readFile(join(editionFolder, path), 'utf8');

test('the old address of a letter leads to it, with paragraph and query @files', async ({
  page,
  open,
  address,
}) => {
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

test('an old address leads to the letter without JavaScript @files', async ({
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
  // Tables have a column of the field, as the letter's own file has it.
  const naming = await filesThat(
    (bytes, path) => !path.endsWith('.csv') && bytes.includes('2017/npc-16-2-31'),
  );
  expect(naming).toEqual(['manifest-sha256.js', 'manifest-sha256.txt', `${renamed.now}.md`]);
});

test('the address of a withdrawn letter says when, why and by whom it was withdrawn', async ({
  page,
  open,
}) => {
  await open(`${withdrawn}.html`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第45号提案的答复');
  await expect(page.getByText('这件答复已经撤回')).toBeVisible();
  for (const [label, value] of [
    ['撤回日期', '2021年9月10日'],
    ['撤回原因', '正文误载了与提案无关的个人情况，应发文机关要求撤回。'],
    ['撤回单位', '虚构区财政局'],
    ['发文字号', '虚财函〔2021〕12号'],
    ['成文日期', '2021年7月8日'],
  ] as const) {
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: label, exact: true }) });
    await expect(row.getByRole('cell')).toHaveText(value);
  }
});

test('a withdrawn letter reads without JavaScript, at its old address too', async ({
  pageWithoutScripts: page,
  address,
}) => {
  await page.goto(`${address}${withdrawn}-before.html`);
  await expect(page).toHaveURL(`${address}${withdrawn}.html`);
  await expect(page.getByText('这件答复已经撤回')).toBeVisible();
});

test('neither search finds a withdrawn letter @files', async ({ page, open }) => {
  const query = encodeURIComponent('虚财函〔2021〕12号');
  await open(`search.html?q=${query}`);
  await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('ol[data-results] > li')).toHaveCount(0);
  await open('statistics.html');
  await quickFindBox(page).fill('虚财函〔2021〕12号');
  // What is left is the offer to search all text.
  await expect(offered(page)).toHaveText([/^全文精确检索/]);
});

test('only the feed, the manifest and its own page name a withdrawn letter', async () => {
  const naming = await filesThat((bytes) => bytes.includes('2021/withdrawn'));
  expect(naming).toEqual([
    ...['feed.json', 'feed.xml', 'manifest-sha256.js', 'manifest-sha256.txt'],
    `${withdrawn}-before.html`,
    `${withdrawn}.html`,
  ]);
  expect(await filesThat((bytes) => bytes.includes('正文误载了与提案无关'))).toEqual([
    ...['feed.json', 'feed.xml', `${withdrawn}.html`],
  ]);
  expect(await textOf('feed.xml')).toContain('<title>已撤回：虚构区财政局对区政协');
});

test('a correction is at the top of its letter and an entry of its own in the feeds', async ({
  page,
  open,
}) => {
  await open(`${renamed.now}.html#correction-2018-09-03`);
  const corrections = page.getByRole('region', { name: '更正' });
  await expect(corrections).toContainText('2018年9月3日');
  await expect(corrections).toContainText('河道总长原写作28公里，应为27.5公里。');
  await expect(page.locator('#correction-2018-09-03')).toBeInViewport();
  for (const feed of ['feed.xml', 'feed.json', 'years/2018.xml'])
    expect(await textOf(feed)).toContain(`${renamed.now}.html#correction-2018-09-03`);
  expect(await textOf('data/replies.csv')).toContain('2018-09-03 河道总长原写作28公里，应为27.5公里。');
});
