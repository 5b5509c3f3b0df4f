import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { serveEdition } from '../src/serve/server.ts';
import { archiveByCommand, buildByCommand } from './support/build-by-command.fixture.ts';
import {
  archivesFolder,
  contentFolder,
  editionFolder,
  expect,
  test,
  watch,
} from './support/edition.fixture.ts';
import { isRedirect } from './support/published-files.fixture.ts';
import { attributesOf } from './support/reading.fixture.ts';

const pages = ['index.html', 'search.html', 'years/2020.html', 'replies/2019/cppcc-12-2-283.html'];

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every file that a page may lead to: those of the edition and the zip beside it. */
async function targets(): Promise<Set<string>> {
  const files = new Set(await filesOf(editionFolder));
  for (const name of await filesOf(archivesFolder)) files.add(`archives/${name}`);
  return files;
}

/** Reads all pages that stay where they are: the links of a redirect's target are those of another page. */
async function readPages(): Promise<Map<string, string>> {
  const names = (await filesOf(editionFolder)).filter(
    (name) => name.endsWith('.html') && name !== '404.html',
  );
  const read = await Promise.all(
    names.map(async (name) => [name, await readFile(join(editionFolder, name), 'utf8')] as const),
  );
  return new Map(read.filter(([, html]) => !isRedirect(html)));
}

/** Lists the links of a page that lead neither to a file, and a place in it, nor to another site. */
async function brokenLinks(
  file: string,
  links: readonly (string | null)[],
  files: ReadonlySet<string>,
): Promise<string[]> {
  const broken: string[] = [];
  for (const link of links) {
    if (link === null || /^(https?|mailto):/.test(link)) continue;
    const [path = '', fragment] = link.replace(/\?[^#]*/, '').split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path));
    if (!files.has(target)) broken.push(`${file} → ${link}`);
    else if (fragment !== undefined && fragment !== '') {
      const html = await readFile(join(editionFolder, target), 'utf8');
      if (!html.includes(`id="${decodeURIComponent(fragment)}"`)) broken.push(`${file} → ${link}`);
    }
  }
  return broken;
}

test('every link of every page leads to a file of the edition, to the zip beside it or to another site', async ({
  transport,
}) => {
  test.skip(transport === 'file', 'files are the same on any transport');
  const files = await targets();
  const pages = await readPages();
  expect(pages.size).toBeGreaterThan(50);
  for (const [file, written] of pages) {
    const { document } = parseHTML(written);
    const links = [...document.querySelectorAll('[href], [src]')].flatMap(({ attributes }) =>
      ['href', 'src'].map((name) => attributes.getNamedItem(name)?.value ?? null),
    );
    expect(links.length, file).toBeGreaterThan(5);
    expect(await brokenLinks(file, links, files)).toEqual([]);
  }
});

test('what scripts add to a page of each kind leads nowhere else either', async ({ page, address }) => {
  const files = await targets();
  // The pages at the top are of different kinds, those of a folder alike, except that letters have comparisons.
  const kinds = new Map(
    [...(await readPages()).keys()].map((file) => {
      const folder = posix.dirname(file).replace(/^replies\/.*/, 'replies');
      return [folder === '.' ? file : folder + posix.basename(file).replace(/^[^.]*/, ''), file];
    }),
  );
  const root = new URL(address).href;
  for (const file of kinds.values()) {
    await page.goto(address + file);
    const hrefs = await attributesOf(page.locator('[href]'), 'href');
    const sources = await attributesOf(page.locator('[src]:not([href])'), 'src');
    // The search temporarily adds scripts with absolute addresses. The page's own links are relative.
    const links = [...hrefs, ...sources].filter((link) => link?.startsWith(`${root}search/`) !== true);
    expect(await brokenLinks(file, links, files)).toEqual([]);
  }
});

test('the edition contains nothing from an unpublished letter', async () => {
  for (const file of await filesOf(editionFolder)) {
    expect(file).not.toMatch(/draft|withheld|waiting/);
    expect((await readFile(join(editionFolder, file))).includes('暗号绝不应当出现'), file).toBe(false);
  }
});

test('the same folder works at any path of a host', async ({ browser, transport }) => {
  test.skip(transport === 'file', 'a file has no host');
  const site = await serveEdition(editionFolder, { port: 0, host: '127.0.0.1' });
  const server = createServer((request, response) => {
    request.url = request.url?.replace('/archive/copy/', '/') ?? '/';
    site.server.emit('request', request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive/copy/`;
  const troubles: string[] = [];
  const page = await browser.newPage();
  watch(page, base, troubles, false);
  for (const path of pages) {
    await page.goto(base + path);
    await expect(page.getByRole('main')).toBeVisible();
  }
  await page.goto(`${base}search.html?q=${encodeURIComponent('赛飞')}`);
  await expect(page.locator('ol[data-results] > li')).toHaveCount(1);
  await page.close();
  server.close();
  site.server.close();
  expect(troubles).toEqual([]);
});

for (const path of pages)
  test(`${path} reads without JavaScript`, async ({ pageWithoutScripts: page, address }) => {
    await page.goto(address + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).not.toBeEmpty();
  });

for (const path of [...pages, '404.html'])
  test(`${path} needs no horizontal scrolling from 320 px to 1920 px`, async ({ page, open }) => {
    await open(path);
    for (const width of [320, 360, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

test('another clone of the content, in another time zone and language, gives the same edition and the same zip @files', async ({
  transport,
}) => {
  test.skip(transport === 'http', 'one build is enough to compare with');
  test.setTimeout(600_000);
  const place = await mkdtemp(join(tmpdir(), 'dafu-clone-'));
  const [clone, again, zips] = [join(place, 'c'), join(place, 'a b', 'dist'), join(place, 'zips')];
  execFileSync('git', ['clone', '--quiet', contentFolder, clone]);
  await buildByCommand(clone, again, { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  const files = await filesOf(editionFolder);
  expect(await filesOf(again)).toEqual(files);
  for (const file of files)
    expect((await readFile(join(again, file))).equals(await readFile(join(editionFolder, file))), file).toBe(
      true,
    );
  await archiveByCommand(again, zips);
  const [name = ''] = (await filesOf(zips)).filter((file) => file.endsWith('.zip'));
  expect((await readFile(join(zips, name))).equals(await readFile(join(archivesFolder, name)))).toBe(true);
  await rm(place, { recursive: true });
});
