import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { editionFolder, expect, test } from './support/edition.fixture.ts';

/** What a visitor to a letter loads before any search, compressed: 40 KB. */
const budget = 40 * 1024;

for (const letter of ['replies/2019/cppcc-12-2-283.html', 'replies/2018/npc-16-2-0031.html'])
  test(`${letter} with its stylesheet and scripts is smaller than 40 KB`, async ({ page, open, address }) => {
    const loaded = new Set<string>();
    page.on('request', (request) => loaded.add(request.url()));
    await open(letter);
    // Gives the page time to request anything more.
    await page.waitForTimeout(500);
    const paths = [...loaded].map((url) => decodeURIComponent(url.slice(address.length)));
    const own = paths.filter((path) => /\.(?:html|css|js)$/.test(path));
    // That of the program, and the archive's own colours.
    expect(own.filter((path) => path.endsWith('.css'))).toHaveLength(2);
    expect(own.some((path) => path.endsWith('.js'))).toBe(true);
    expect(paths.filter((path) => path.includes('search-index'))).toEqual([]);
    const sizes = await Promise.all(
      own.map(async (path) => gzipSync(await readFile(join(editionFolder, path)), { level: 9 }).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total, own.join(' ')).toBeLessThan(budget);
  });
