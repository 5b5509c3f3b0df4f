import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatNewestZip } from '../src/archive/offer/newest-zip.ts';
import { archivesFolder, contentFolder, editionFolder, expect, test } from './support/edition.fixture.ts';

const letter = 'replies/2019/cppcc-12-2-283.html';
const isFile = () => test.info().project.name === 'file';
const zipName = () => readdirSync(archivesFolder).find((name) => name.endsWith('.zip')) ?? '';
const hashOf = (algorithm: string) =>
  createHash(algorithm)
    .update(readFileSync(join(archivesFolder, zipName())))
    .digest('hex');

test('the website offers the zip with its size and hashes', async ({ page, open }) => {
  test.skip(isFile(), 'a copy has no zip');
  await open('archive.html');
  const section = page.getByRole('region', { name: '下载' });
  await expect(section).toContainText(hashOf('sha256'));
  await expect(section).toContainText(hashOf('sm3'));
  await expect(section).toContainText(/约 [\d.]+ (?:KB|MB)/);
  const downloading = page.waitForEvent('download');
  await section.getByRole('link', { name: '下载整个网站' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(zipName());
  const bytes = await readFile(await download.path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hashOf('sha256'));
});

test('without JavaScript the zip, its hash and its signature are linked, and it is said how to check them', async ({
  pageWithoutScripts: page,
  address,
}) => {
  await page.goto(`${address}archive.html`);
  const section = page.getByRole('region', { name: '下载' });
  const links = {
    下载整个网站: `archives/${zipName()}`,
    SHA256SUMS: 'archives/SHA256SUMS',
    'SHA256SUMS.minisig': 'archives/SHA256SUMS.minisig',
  };
  for (const [name, href] of Object.entries(links)) {
    await expect(section.getByRole('link', { name, exact: name !== '下载整个网站' })).toHaveAttribute(
      'href',
      href,
    );
    if (!isFile()) expect((await page.request.get(address + href)).status()).toBe(200);
  }
  const key = /publicKey: (\S+)/.exec(await readFile(join(contentFolder, 'site.yml'), 'utf8'))?.[1] ?? '';
  const how = page.getByRole('region', { name: '用系统自带的程序核对 zip' });
  for (const command of [
    `Get-FileHash ${zipName()}`,
    `certutil -hashfile ${zipName()} SHA256`,
    `shasum -a 256 ${zipName()}`,
    `sha256sum ${zipName()}`,
    `minisign -Vm SHA256SUMS -P ${key}`,
  ])
    await expect(how.getByText(command, { exact: true })).toBeVisible();
});

test('a copy that was opened from a disk offers no zip, and says where the newest one is @files', async ({
  page,
  open,
}) => {
  await open('archive.html');
  const section = page.getByRole('region', { name: '下载' });
  const link = section.getByRole('link', { name: '网站的离线副本页' });
  if (isFile()) {
    await expect(link).toHaveAttribute('href', 'https://archive.example/archive.html');
    await expect(section.getByRole('link', { name: '下载整个网站' })).toBeHidden();
  } else await expect(link).toBeHidden();
});

test('a website without a zip says so', async ({ page, open }) => {
  test.skip(isFile(), 'a copy has no zip');
  await page.route('**/archives/newest.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await open('archive.html');
  const section = page.getByRole('region', { name: '下载' });
  await expect(section).toContainText('网站没有提供打包好的 zip');
  await expect(section.getByRole('link', { name: '下载整个网站' })).toBeHidden();
});

test('a zip of another day is offered as such', async ({ page, open }) => {
  test.skip(isFile(), 'a copy has no zip');
  const hash = 'a'.repeat(64);
  const zip = { name: 'older.zip', size: 9, sha256: hash, sm3: hash, manifest: hash, day: '2017-02-03' };
  const body = formatNewestZip(zip);
  await page.route('**/archives/newest.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await open('archive.html');
  const section = page.getByRole('region', { name: '下载' });
  await expect(section).toContainText('zip 与本页不是同一版，是2017年2月3日的版本');
  await expect(section.getByRole('link', { name: '下载整个网站' })).toHaveAttribute(
    'href',
    /archives\/older\.zip$/,
  );
});

test('the page states day, files and size of the edition', async ({ page, open }) => {
  const manifest = await readFile(join(editionFolder, 'manifest-sha256.txt'), 'utf8');
  const files = manifest.trimEnd().split('\n').length + 2;
  await open('archive.html');
  await expect(page.locator('.archive-facts')).toContainText(`文件${files} 个`);
  await expect(page.locator('.archive-facts')).toContainText(/约 [\d.]+ (?:KB|MB)/);
  await expect(page.locator('.archive-facts')).toContainText('版本日期2018年9月3日');
});

test('the page states the SHA-256 of the manifest that it verifies against @files', async ({
  page,
  open,
}) => {
  const manifest = await readFile(join(editionFolder, 'manifest-sha256.txt'));
  await open('archive.html');
  const hash = createHash('sha256').update(manifest).digest('hex');
  await expect(page.getByRole('region', { name: '核对清单自身' })).toContainText(hash);
});

test('a page says that it is a copy, and of which day, only where it was opened from a disk @files', async ({
  page,
  open,
}) => {
  await open(letter);
  const statement = page.getByRole('contentinfo').getByText('这是2018年9月3日的离线副本。');
  if (isFile()) await expect(statement).toBeVisible();
  else await expect(statement).toHaveCount(0);
});
