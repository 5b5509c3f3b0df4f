import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { formatManifest, manifestScript, parseManifest } from '../src/archive/manifest.ts';
import { editionFolder, expect, test } from './support/edition.fixture.ts';

const letter = 'replies/2019/cppcc-12-2-283.html';

/** A copy of the edition, as on a visitor's disk, to damage and verify. */
let copy: string;
test.beforeEach(async () => {
  copy = join(await mkdtemp(join(tmpdir(), 'dafu-copy-')), '答复 副本');
  await cp(editionFolder, copy, { recursive: true });
});
test.afterEach(async () => {
  await rm(join(copy, '..'), { recursive: true, force: true });
});

async function verify(page: Page): Promise<void> {
  await page.getByLabel('选择文件夹').setInputFiles(copy);
  await expect(page.locator('[data-verify-status]')).toContainText(/核对完毕|不是本站|没有核对完/, {
    timeout: 30_000,
  });
}

test('an exact copy is verified as the same', async ({ page, open }) => {
  await open('archive.html');
  await verify(page);
  await expect(page.getByRole('status').filter({ hasText: '全部一致' })).toBeVisible();
});

test('a flipped bit, a missing and an extra file are named, and a changed manifest is reported', async ({
  page,
  open,
}) => {
  const bytes = await readFile(join(copy, letter));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(join(copy, letter), bytes);
  await rm(join(copy, 'favicon.svg'));
  await mkdir(join(copy, 'years/新'));
  await writeFile(join(copy, 'years/新/<img src=x onerror=alert(1)>.html'), '多出的');
  await appendFile(join(copy, 'manifest-sha256.txt'), '\n');
  await appendFile(join(copy, 'manifest-sha256.js'), '\n');
  await open('archive.html');
  await verify(page);
  const status = page.getByRole('status').filter({ hasText: '核对完毕' });
  await expect(status).toContainText('内容不同 3 个，缺少 1 个，多出 1 个');
  const report = page.locator('[data-verify-report]');
  await expect(report.getByRole('listitem')).toHaveText([
    'manifest-sha256.js',
    'manifest-sha256.txt',
    letter,
    'favicon.svg',
    'years/新/<img src=x onerror=alert(1)>.html',
  ]);
});

test('a page says that it is a copy, and of which day, only where it was opened from a disk', async ({
  page,
  open,
}, { project }) => {
  const { day } = JSON.parse(await readFile(join(editionFolder, 'dafu-build.json'), 'utf8')) as {
    day: string | null;
  };
  const [year, month, date] = day?.split('-').map(Number) ?? [];
  const text = day === null ? '这是离线副本。' : `这是${year}年${month}月${date}日的离线副本。`;
  await open(letter);
  const statement = page.getByRole('contentinfo').getByText(text);
  if (project.name === 'file') await expect(statement).toBeVisible();
  else await expect(statement).toHaveCount(0);
});

test('once repaired, the same folder is verified as the same', async ({ page, open }) => {
  await rm(join(copy, 'favicon.svg'));
  await open('archive.html');
  await verify(page);
  await expect(page.locator('[data-verify-status]')).toContainText('缺少 1 个');
  await cp(join(editionFolder, 'favicon.svg'), join(copy, 'favicon.svg'));
  await verify(page);
  await expect(page.locator('[data-verify-status]')).toContainText('全部一致');
  await expect(page.locator('[data-verify-report]')).toBeEmpty();
});

test('a folder that is no copy of the edition is reported as such', async ({ page, open }) => {
  await rm(copy, { recursive: true });
  await mkdir(copy);
  await writeFile(join(copy, '照片.txt'), '虚构');
  await open('archive.html');
  await verify(page);
  await expect(page.locator('[data-verify-status]')).toContainText('不是本站的副本');
});

test('the page states the SHA-256 of the manifest that it verifies against', async ({ page, open }) => {
  const manifest = await readFile(join(editionFolder, 'manifest-sha256.txt'));
  await open('archive.html');
  const hash = createHash('sha256').update(manifest).digest('hex');
  await expect(page.locator('[data-verify-manifest]')).toHaveText(hash);
});

test('the page states how many files the edition has', async ({ page, open }) => {
  const manifest = await readFile(join(editionFolder, 'manifest-sha256.txt'), 'utf8');
  const files = manifest.trimEnd().split('\n').length + 2;
  await open('archive.html');
  await expect(page.locator('.archive-facts')).toContainText(`文件${files} 个`);
  await expect(page.locator('.archive-facts')).toContainText(/约 [\d.]+ (?:KB|MB)/);
});

/** A copy of the edition that lists one more file, whose name has a decomposed form. */
const accented = 'originals/Caf\u00e9.txt';
const withAccent = test.extend({
  folder: async ({}, use) => {
    const edition = await mkdtemp(join(tmpdir(), 'dafu-edition-'));
    await cp(editionFolder, edition, { recursive: true });
    await writeFile(join(edition, accented), '虚构');
    const manifest = join(edition, 'manifest-sha256.txt');
    const listed = parseManifest(await readFile(manifest, 'utf8'));
    const text = formatManifest(listed.set(accented, createHash('sha256').update('虚构').digest('hex')));
    await writeFile(manifest, text);
    await writeFile(manifest.replace(/txt$/, 'js'), manifestScript(text));
    await use(edition);
    await rm(edition, { recursive: true });
  },
});

withAccent(
  'a forged file is found although the true one is beside it under a name that looks the same',
  async ({ page, open, folder }) => {
    await rm(copy, { recursive: true });
    await cp(folder, copy, { recursive: true });
    await writeFile(join(copy, accented.normalize('NFD')), '虚构');
    await writeFile(join(copy, accented), '伪造');
    const names = await readdir(join(copy, 'originals'));
    withAccent.skip(!names.includes('Cafe\u0301.txt'), 'this file system holds one of the two names only');
    await open('archive.html');
    await verify(page);
    await expect(page.locator('[data-verify-status]')).toContainText(
      '内容不同 1 个，与另一个文件看似同名 1 个',
    );
  },
);
