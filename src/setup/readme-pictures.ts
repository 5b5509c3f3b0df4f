// Draws the pictures of the README: node src/setup/readme-pictures.ts DEMONSTRATION ARCHIVE
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { browserToLaunch } from './browser.ts';

const docs = join(import.meta.dirname, '../../docs');
const viewport = { width: 1280, height: 800 };

/** A picture: its name in `docs/`, the page that it shows, and what has to be there. */
interface Picture {
  name: string;
  page: URL;
  shown: string;
}

/**
 * The pictures.
 *
 * @param demonstration Folder of the edition that `npm run demo` builds.
 * @param archive Folder of an edition of `content/`, whose letters have their originals.
 */
function listPictures(demonstration: string, archive: string): Picture[] {
  const at = (folder: string, path: string, query: Record<string, string> = {}) => {
    const page = new URL(path, pathToFileURL(`${resolve(folder)}/`));
    page.search = new URLSearchParams(query).toString();
    return page;
  };
  const [copied] = globSync('replies/*/*.same.html', { cwd: demonstration }).sort().reverse();
  if (copied === undefined) throw new Error(`${demonstration} 不是 npm run demo 构建的网站。`);
  const letter = copied.replace(/\.same\.html$/, '.html');
  const original = 'replies/2019/cppcc-12-2-283.compare.html';
  return [
    { name: 'letter', page: at(demonstration, letter), shown: '#commitments' },
    {
      name: 'search',
      page: at(demonstration, 'search.html', { q: '农村 养老' }),
      shown: '[data-state=done] mark',
    },
    {
      name: 'table',
      page: at(demonstration, 'search.html', { q: '养老', view: 'table', sort: 'date' }),
      shown: '[data-results-table] td',
    },
    { name: 'ledger', page: at(demonstration, 'commitments.html'), shown: '.ledger-table' },
    { name: 'compare', page: at(archive, original), shown: 'main' },
  ];
}

/** Draws all pictures in light colours, with as few colours as text needs. */
async function drawPictures(pictures: readonly Picture[]): Promise<void> {
  const executablePath = browserToLaunch();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { LC_ALL: 'C.UTF-8', ...process.env },
  });
  const page = await browser.newPage({ viewport, locale: 'zh-CN', colorScheme: 'light' });
  for (const { name, page: address, shown } of pictures) {
    await page.goto(address.href);
    await page.locator(shown).first().waitFor();
    const drawn = await page.screenshot({ animations: 'disabled' });
    await sharp(drawn)
      .png({ palette: true, effort: 10 })
      .toFile(join(docs, `${name}.png`));
  }
  await browser.close();
}

const [demonstration = '.demo/dist', archive = 'dist'] = process.argv.slice(2);
await drawPictures(listPictures(demonstration, archive));
