import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, hostileEditionFolder, test } from './support/edition.fixture.ts';
import { attributesOf } from './support/reading.fixture.ts';
import { hostileOriginals } from './support/hostile/originals.fixture.ts';

test.use({ folder: hostileEditionFolder });

const place = 'originals/2022/hostile-originals';
const link = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** Opens a file by its address; gives the type that the browser assigns to it, or that it downloads it. */
async function openFile(page: Page, url: string): Promise<string> {
  const before = page.url();
  try {
    await page.goto(url);
  } catch (error) {
    if (!String(error).includes('Download is starting')) throw error;
    expect(page.url()).toBe(before);
    return 'download';
  }
  expect(page.url()).toBe(url);
  expect(await page.evaluate(() => ('hacked' in window ? 'code ran' : document.scripts.length))).toBe(0);
  return page.evaluate(() => document.contentType);
}

test('no published original runs a script, loads anything or navigates when opened @files', async ({
  page,
  address,
  folder,
  troubles,
}) => {
  test.setTimeout(600_000);
  const files = (await readdir(join(folder, 'originals/2022'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  expect(files.length).toBeGreaterThan(hostileOriginals.size);
  for (const file of files)
    expect(
      [
        'download',
        'text/plain',
        'application/json',
        'image/png',
        'image/jpeg',
        'image/gif',
        'image/webp',
        'image/bmp',
      ],
      file,
    ).toContain(await openFile(page, address + link(file)));
  // The page that the browser itself puts around an image may hold a script: the sandbox of originals blocks it.
  const blocked = /Blocked script execution in '[^']*\.(?:bmp|gif|jpe?g|jfif|png|webp)'/u;
  troubles.splice(0, Infinity, ...troubles.filter((said) => !blocked.test(said)));
});

test('each hostile original is published as a separate file, and nothing unrecorded is published', async ({
  folder,
}) => {
  expect(hostileOriginals.size).toBeGreaterThanOrEqual(100);
  const published = await readdir(join(folder, place));
  // Plus the received file and the record of edits.
  expect(published).toHaveLength(hostileOriginals.size + 2);
  expect(published.join('\n')).not.toContain('未登记');
  const inert = /\.(?:txt|json|pdf|zip|docx|ofd|et|odt|doc|wps|rtf|rar|7z|png|jpg|jfif|gif|webp|bmp|tif)$/i;
  expect(published.filter((name) => !inert.test(name))).toEqual([]);
  for (const name of [
    '无扩展名',
    '页.xyz',
    '页.pdf',
    '页.png',
    '图.png',
    '页.html ',
    '混-png.html',
    '.htaccess',
  ])
    expect(published).toContain(`${name}.txt`);
});

test('links and images in a letter use the published names of its originals @files', async ({
  page,
  open,
  folder,
}) => {
  await open('replies/2022/hostile-originals.html');
  const links = page.locator('a[href*="originals/"]');
  const targets = await attributesOf(links, 'href');
  const names = targets.map(
    (href) =>
      decodeURIComponent(href ?? '')
        .split('/')
        .at(-1) ?? '',
  );
  const published = new Set(await readdir(join(folder, place)));
  expect(names.length).toBeGreaterThan(hostileOriginals.size);
  for (const name of names) expect(published).toContain(name);
  // The browser saves it under that name, too.
  for (const [at, download] of (await attributesOf(links, 'download')).entries())
    expect([null, '', names[at]]).toContain(download);
  const images = page.locator('[data-letter-body] img');
  const shown = await attributesOf(images, 'src');
  expect(shown.map((source) => decodeURIComponent(source?.split('/').at(-1) ?? ''))).toEqual([
    '图.png.txt',
    '图.svg.txt',
    '混.png',
    '混.jfif',
  ]);
});

test('of a received page only genuine embedded images are kept, named after their format', async ({
  folder,
}) => {
  const letters = await readdir(join(folder, 'originals/2022'));
  const converted = letters.find((name) => name.startsWith('cppcc-')) ?? '';
  expect((await readdir(join(folder, 'originals/2022', converted))).sort()).toEqual([
    'edits.json',
    'image.gif',
    '虚构.html.txt',
  ]);
});
