import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { contentFolder, editionFolder, expect, test } from './support/edition.fixture.ts';
import { attributeOf } from './support/reading.fixture.ts';

const open51 = 'replies/2022/cppcc-13-1-51.html';
const withheld52 = 'replies/2022/cppcc-13-1-52.html';
const annex = 'P020220610.csv';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const received = (letter: string, name: string) =>
  readFile(join(contentFolder, 'originals/2022', letter, name));
const listed = (page: Page): Locator => page.getByRole('region', { name: '附件' }).getByRole('listitem');

test('every attachment of a letter is listed with its size and hash, and can be downloaded as received @files', async ({
  page,
  open,
}) => {
  await open(open51);
  await expect(listed(page)).toHaveCount(2);
  for (const name of [annex, 't1.png']) {
    const bytes = await received('cppcc-13-1-51', name);
    const item = listed(page).filter({ hasText: name });
    await expect(item).toContainText(digest(bytes));
    await expect(item).toContainText(`${bytes.length} 字节`);
    const href = await attributeOf(item.getByRole('link', { name }), 'href');
    const published = await readFile(join(editionFolder, 'replies/2022', decodeURIComponent(href)));
    expect(published.equals(bytes)).toBe(true);
  }
});

test('an image is shown at its place in the letter @files', async ({ page, open }) => {
  await open(open51);
  const image = page.locator('main').getByRole('img', { name: '原件插图1' });
  await expect(image).toBeVisible();
  await expect(image).toHaveJSProperty('naturalWidth', 320);
  const around = page
    .locator('main')
    .locator('p:has-text("位置见图"), p:has(img), h2:has-text("二、下一步工作")');
  await expect(around).toHaveText(['新设站点的位置见图。', '', /^二、下一步工作/]);
  await expect(around.nth(1).getByRole('img')).toHaveCount(1);
});

test('a letter whose original contains private data says so, and neither it nor its attachments are published', async ({
  page,
  open,
}) => {
  await open(withheld52);
  await expect(page.getByText('原件含个人信息，未公开')).toBeVisible();
  await expect(page.getByText('附件随原件一并保存在档案库中，未公开')).toBeVisible();
  await expect(listed(page)).toHaveCount(2);
  for (const name of ['private.html', annex]) {
    await expect(page.getByText(digest(await received('cppcc-13-1-52', name)))).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(`下载原件|${name}`) })).toHaveCount(0);
  }
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('13800138000');
});

test('no file of the edition contains the private data', async () => {
  const originals = (letter: string) => readdir(join(editionFolder, 'originals/2022', letter));
  expect(await originals('cppcc-13-1-51')).toContain('annexes.html.txt');
  // The record of edits is published with the original's text redacted.
  expect(await originals('cppcc-13-1-52')).toEqual(['edits.json']);
  const entries = await readdir(editionFolder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile()))
    expect((await readFile(join(entry.parentPath, entry.name))).includes('13800138000')).toBe(false);
});
