import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from '@playwright/test';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { attributesOf } from './support/reading.fixture.ts';
import { done, items, query, shownIds } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

const table = (page: Page): Locator => page.getByRole('table', { name: '检索结果' });
const rows = (page: Page): Locator => table(page).locator('tbody tr');
const heads = (page: Page): Locator => table(page).getByRole('columnheader');

test('results become a table of the same letters, which the address holds, and a list again', async ({
  page,
  open,
}) => {
  await open(query([['q', '农村']]));
  const listed = await shownIds(page);
  await page.getByRole('button', { name: '表格' }).click();
  await expect(table(page)).toBeVisible();
  await expect(page).toHaveURL(/view=table/);
  const ids = await shownIds(page);
  expect(ids.slice(0, listed.length)).toEqual(listed);
  expect(await attributesOf(rows(page), 'data-id')).toEqual(ids);
  await page.reload();
  await done(page);
  expect(await attributesOf(rows(page), 'data-id')).toEqual(ids);
  await page.getByRole('button', { name: '表格' }).click();
  await expect(items(page).first().getByRole('link').first()).toBeVisible();
  await expect(table(page)).toBeHidden();
});

test('columns are chosen, and the file of all results has them @files', async ({ page, open }) => {
  await open(
    query([
      ['q', '农村'],
      ['view', 'table'],
    ]),
  );
  await expect(heads(page)).toHaveText([
    '案由',
    '发文机关',
    '成文日期',
    '提案编号',
    '办理类型',
    '办理结果',
    '地区',
  ]);
  await page.getByText('选择列').click();
  for (const name of ['成文日期', '提案编号', '办理类型', '地区'])
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  await page.getByRole('checkbox', { name: '发文字号', exact: true }).check();
  await expect(heads(page)).toHaveText(['案由', '发文字号', '发文机关', '办理结果']);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载全部结果（CSV）' }).click();
  const file = await readFile(await (await download).path());
  const records: Record<string, string>[] = parse(file, { bom: true, columns: true });
  expect(Object.keys(records[0] ?? {})).toEqual([
    ...['标识', '网址', '标题', '发文字号', '发文机关', '案由', '办理结果'],
  ]);
  await expect(page.getByRole('heading', { name: `找到 ${records.length} 件答复` })).toBeVisible();
  await page.getByRole('button', { name: '恢复常用的列' }).click();
  await expect(heads(page)).toHaveCount(7);
});

test('Back from a letter of a table returns to its row', async ({ page, open }) => {
  await open(
    query([
      ['view', 'table'],
      ['sort', 'date'],
      ['page', '2'],
    ]),
  );
  await done(page);
  const link = rows(page).nth(30).getByRole('link');
  await link.click();
  await expect(page.locator('main[data-reply-id]')).toBeVisible();
  await page.goBack();
  await done(page);
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test('a letter whose number is typed is marked in the table', async ({ page, open }) => {
  await open(
    query([
      ['q', '吉发改议〔2019〕5号'],
      ['view', 'table'],
    ]),
  );
  await done(page);
  await expect(rows(page).filter({ hasText: '编号相符' })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: '编号相符' })).toBeHidden();
});

test('a list leads to the table of its letters', async ({ page, open }) => {
  await open('kinds.html');
  await page.getByRole('main').getByRole('link', { name: '建议' }).first().click();
  await page.getByRole('link', { name: '列成表格' }).click();
  await done(page);
  await expect(table(page)).toBeVisible();
  await expect(page.getByRole('button', { name: '移除筛选：类别：建议' })).toBeVisible();
});
