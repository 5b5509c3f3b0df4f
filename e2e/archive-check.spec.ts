import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { formatManifest, manifestScript, parseManifest } from '../src/archive/manifest.ts';
import { craftZip, type CraftedFile } from '../src/archive/zip/crafted-zip.fixture.ts';
import { writeEdition } from '../src/offline/edition.fixture.ts';
import { unpackZip } from '../src/offline/unpacked-zip.fixture.ts';
import { violations } from './support/axe.fixture.ts';
import { baseOf, createCopies, flipPackedBit, type Copies } from './support/copies.fixture.ts';
import { editionFolder, expect, test } from './support/edition.fixture.ts';

const letter = 'replies/2019/cppcc-12-2-283.html';
const hostileName = 'years/新/<img src=x onerror=alert(1)>.html';

let copies: Copies;
test.beforeEach(async () => {
  copies = await createCopies();
});
test.afterEach(() => copies.remove());

const status = (page: Page) => page.getByRole('status').filter({ hasText: /核对|本站/ });
const named = (page: Page) => page.locator('[data-verify-report]').getByRole('listitem');
const checkFolder = (page: Page, path: string) => page.getByLabel('选择文件夹').setInputFiles(path);
const checkZip = async (page: Page, bytes: Uint8Array) =>
  page.getByLabel('选择 zip').setInputFiles(await copies.zip(bytes));

test('an exact folder is found the same, and once repaired, a damaged one, too @files', async ({
  page,
  open,
}) => {
  const copy = await copies.folder();
  await rm(join(copy, 'favicon.svg'));
  await open('archive.html');
  await checkFolder(page, copy);
  await expect(status(page)).toContainText('不一致：缺少 1 个');
  await cp(join(editionFolder, 'favicon.svg'), join(copy, 'favicon.svg'));
  await checkFolder(page, copy);
  await expect(status(page)).toContainText(/核对完毕：\d+ 个文件全部一致/);
  await expect(page.locator('[data-verify-report]')).toBeEmpty();
});

test('in a folder a flipped bit, a missing and an extra file are named, and a changed manifest', async ({
  page,
  open,
}) => {
  const copy = await copies.folder();
  const bytes = await readFile(join(copy, letter));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(join(copy, letter), bytes);
  await rm(join(copy, 'favicon.svg'));
  await mkdir(join(copy, 'years/新'));
  await writeFile(join(copy, hostileName), '多出的');
  await appendFile(join(copy, 'manifest-sha256.txt'), '\n');
  await appendFile(join(copy, 'manifest-sha256.js'), '\n');
  await open('archive.html');
  await checkFolder(page, copy);
  await expect(status(page)).toContainText('内容不同 3 个，缺少 1 个，多出 1 个');
  await expect(named(page)).toHaveText([
    'manifest-sha256.js',
    'manifest-sha256.txt',
    letter,
    'favicon.svg',
    hostileName,
  ]);
  expect(await violations(page)).toEqual([]);
});

test('the zip that the website offers is found the same @files', async ({ page, open }, { project }) => {
  await open('archive.html');
  await checkZip(page, await copies.offered());
  await expect(status(page)).toContainText(/核对完毕：\d+ 个文件全部一致/);
  const report = page.locator('[data-verify-report]');
  await expect(report).toContainText(
    project.name === 'file' ? '与网站公布的比较' : 'zip 自身与网站提供的完全相同',
  );
  await expect(report).toContainText(
    createHash('sha256')
      .update(await copies.offered())
      .digest('hex'),
  );
});

test('a bag that was unpacked into two folders, as Windows does, is found the same', async ({
  page,
  open,
}) => {
  const outer = join(await mkdtemp(join(tmpdir(), 'dafu-bag-')), '外层');
  unpackZip(await copies.zip(await copies.offered()), join(outer, '里层'));
  await open('archive.html');
  await checkFolder(page, outer);
  await expect(status(page)).toContainText(/核对完毕：\d+ 个文件全部一致/);
  await rm(join(outer, '..'), { recursive: true });
});

test('a flipped bit in a zip is found, and the file named @files', async ({ page, open }) => {
  const zip = await copies.offered();
  await flipPackedBit(zip, `data/${letter}`);
  await open('archive.html');
  await checkZip(page, zip);
  await expect(status(page)).toContainText(/不一致：(?:内容不同|读不出来) 1 个。/);
  await expect(named(page)).toHaveText([`data/${letter}`]);
});

test('in a zip of another program a changed, a missing and an extra file are named', async ({
  page,
  open,
}) => {
  const zip = await copies.rezip((files) => {
    const base = baseOf(files);
    files[`${base}/data/${letter}`] = Buffer.from('伪造');
    Reflect.deleteProperty(files, `${base}/data/favicon.svg`);
    files[`${base}/data/${hostileName}`] = Buffer.from('多出的');
    files[`${base}/extra.txt`] = Buffer.from('多出的');
  });
  await open('archive.html');
  await checkZip(page, zip);
  await expect(status(page)).toContainText('内容不同 1 个，缺少 1 个，多出 2 个');
  await expect(named(page)).toHaveText([
    `data/${letter}`,
    'data/favicon.svg',
    `data/${hostileName}`,
    'extra.txt',
  ]);
});

test('a forged file is found although every manifest in the zip was forged with it', async ({
  page,
  open,
}) => {
  const zip = await copies.rezip((files) => {
    const base = baseOf(files);
    files[`${base}/data/${letter}`] = Buffer.from('伪造');
    const hash = (bytes: Uint8Array = new Uint8Array(), algorithm = 'sha256') =>
      createHash(algorithm).update(bytes).digest('hex');
    const forge = (list: string, path: string, algorithm = 'sha256') => {
      const name = `${base}/${list}`;
      const listed = Buffer.from(files[name] ?? []).toString();
      const line = new RegExp(`^.*  ${path.replaceAll('.', '\\.')}$`, 'm');
      const next = `${hash(files[`${base}/${list.startsWith('data/') ? 'data/' : ''}${path}`], algorithm)}  ${path}`;
      files[name] = Buffer.from(listed.replace(line, next));
    };
    forge('data/manifest-sha256.txt', letter);
    files[`${base}/data/manifest-sha256.js`] = Buffer.from(
      manifestScript(Buffer.from(files[`${base}/data/manifest-sha256.txt`] ?? []).toString()),
    );
    for (const algorithm of ['sha256', 'sm3']) {
      for (const path of [letter, 'manifest-sha256.txt', 'manifest-sha256.js'])
        forge(`manifest-${algorithm}.txt`, `data/${path}`, algorithm);
    }
    for (const algorithm of ['sha256', 'sm3'])
      for (const path of ['manifest-sha256.txt', 'manifest-sm3.txt'])
        forge(`tagmanifest-${algorithm}.txt`, path, algorithm);
  });
  await open('archive.html');
  await checkZip(page, zip);
  await expect(named(page)).toHaveText([
    'data/manifest-sha256.js',
    'data/manifest-sha256.txt',
    `data/${letter}`,
  ]);
});

const refused: [string, () => Promise<Buffer> | Buffer, RegExp][] = [
  ['no zip at all', () => Buffer.from('虚构的文件'.repeat(99)), /不是 zip/],
  [
    'a path that leads out of the folder',
    () => craftZip([{ name: '../x.html', contents: 'x' }]),
    /指向文件夹之外/,
  ],
  ['an absolute path', () => craftZip([{ name: '/etc/x', contents: 'x' }]), /绝对路径/],
  [
    'a size that cannot be',
    () => craftZip([{ name: 'a', contents: 'xyz', claims: { size: 4 } }]),
    /大小不可能/,
  ],
  ['a bomb', () => craftZip([bomb()]), /声称解压后有 1 GB，不合情理/],
  [
    'two files whose names look the same',
    () =>
      craftZip([
        { name: 'originals/Caf\u00e9.txt', contents: '真' },
        { name: 'originals/Cafe\u0301.txt', contents: '伪' },
      ]),
    /两个同名的文件/,
  ],
];

/** A file that claims to become a thousand times as large. */
function bomb(): CraftedFile {
  const noise = Buffer.alloc(1_100_000, createHash('sha512').update('noise').digest());
  return { name: 'a', contents: noise, claims: { method: 'deflated', size: 1_100_000_000 } };
}

for (const [what, make, message] of refused)
  test(`a zip with ${what} is refused with one message`, async ({ page, open }) => {
    await open('archive.html');
    await checkZip(page, await make());
    await expect(status(page)).toHaveText(/^没有核对完：[^。]+。(?:没有读。)?$/);
    await expect(status(page)).toHaveText(message);
    await expect(page.locator('[data-verify-report]')).toBeEmpty();
  });

test('a file that is longer than its zip says is named', async ({ page, open }) => {
  const files = Object.entries(unzipSync(await copies.offered()));
  const zip = craftZip(
    files.map(([name, contents]) => {
      const isLie = name.endsWith(letter);
      return { name, contents, deflate: isLie, ...(isLie && { claims: { size: contents.length - 1 } }) };
    }),
  );
  await open('archive.html');
  await checkZip(page, zip);
  await expect(status(page)).toContainText('不一致：读不出来 1 个。');
  await expect(named(page)).toHaveText([`data/${letter}`]);
});

test('a folder that is no copy of the edition is reported as such', async ({ page, open }) => {
  const copy = await copies.folder();
  await rm(copy, { recursive: true });
  await mkdir(copy);
  await writeFile(join(copy, '照片.txt'), '虚构');
  await open('archive.html');
  await checkFolder(page, copy);
  await expect(status(page)).toContainText('不是本站的副本');
});

test('a copy of another edition is checked against its own manifest, and that is said', async ({
  page,
  open,
}) => {
  const copy = await copies.folder();
  await rm(copy, { recursive: true });
  writeEdition(copy);
  await open('archive.html');
  await checkFolder(page, copy);
  await expect(status(page)).toContainText('这是2026年3月5日那一版的副本，与本页不是同一版');
  await expect(status(page)).toContainText('全部一致');
  await writeFile(join(copy, 'index.html'), '改过');
  await checkFolder(page, copy);
  await expect(status(page)).toContainText('与清单不一致：内容不同 1 个');
  await expect(named(page)).toHaveText(['index.html']);
});

test('a check can be stopped', async ({ page, open }) => {
  const copy = await copies.folder();
  await writeFile(join(copy, '很大.bin'), '');
  await truncate(join(copy, '很大.bin'), 1 << 30);
  await open('archive.html');
  await checkFolder(page, copy);
  await page.getByRole('button', { name: '停止' }).click();
  await expect(status(page)).toHaveText('没有核对完：已停止。');
  await expect(page.getByLabel('选择文件夹')).toBeEnabled();
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
    const copy = await copies.folder();
    await rm(copy, { recursive: true });
    await cp(folder, copy, { recursive: true });
    await writeFile(join(copy, accented.normalize('NFD')), '虚构');
    await writeFile(join(copy, accented), '伪造');
    const names = await readdir(join(copy, 'originals'));
    withAccent.skip(!names.includes('Cafe\u0301.txt'), 'this file system holds one of the two names only');
    // The website has no zip beside this folder.
    await page.route('**/archives/newest.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await open('archive.html');
    await checkFolder(page, copy);
    await expect(status(page)).toContainText('内容不同 1 个，与另一个文件看似同名 1 个');
  },
);
