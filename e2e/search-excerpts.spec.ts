import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { each } from './support/reading.fixture.ts';
import { done, holdBack, items, query, submit } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });
test.skip(({ transport }) => transport === 'file', 'requests for files on the disk cannot be delayed');

test('excerpts that arrive while the pointer is pressed wait for its release, so that the click hits its target', async ({
  page,
  open,
}) => {
  const texts = /\/search\/.*\/t\w{8,}\.js/;
  const letThrough = await holdBack(page, texts);
  // Excerpts of this page name their headings, which makes them taller than the space reserved for them.
  await open(
    query([
      ['q', '工作'],
      ['page', '6'],
    ]),
  );
  await done(page);
  const lacking = page.locator('ol[data-results] > li:not([data-shown])');
  const next = page.getByRole('link', { name: '下一页' });
  await next.hover();
  const count = (await each(lacking)).length;
  await page.mouse.down();
  const loaded = page.waitForResponse(texts);
  letThrough();
  await loaded;
  await page.waitForTimeout(500);
  await expect(lacking).toHaveCount(count);
  await page.mouse.up();
  await expect(page).toHaveURL(/page=7/);
});

test('excerpts appear while a context menu is open, which swallows the release of the pointer', async ({
  page,
  open,
}) => {
  const letThrough = await holdBack(page, /\/search\/.*\/t\w{8,}\.js/);
  await open(query([['q', '农村']]));
  await done(page);
  const lacking = page.locator('ol[data-results] > li:not([data-shown])');
  await expect(lacking).not.toHaveCount(0);
  await items(page).first().getByRole('link').hover();
  await page.mouse.down({ button: 'right' });
  letThrough();
  await expect(lacking).toHaveCount(0);
  await page.mouse.up({ button: 'right' });
});

test('missing excerpts of earlier results do not delay the next search', async ({ page, open }) => {
  const texts = /\/search\/.*\/t\w{8,}\.js/;
  const ofSearch = /\/search\/.*\/[cz][0-9a-f]{4,}\.js/;
  await open(query([['q', '农村']]));
  await done(page);
  const letThrough = await holdBack(page, ofSearch);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await submit(page, '教育');
  // Only then does the engine know of it: what it has begun to read before, it reads.
  await expect.poll(() => asked.some((url) => ofSearch.test(url))).toBe(true);
  // Letters near the window get their excerpts after half a second.
  await page.waitForTimeout(1200);
  const since = asked.slice(asked.findIndex((url) => ofSearch.test(url)));
  expect(since.filter((url) => texts.test(url))).toEqual([]);
  letThrough();
  await done(page);
  await expect(page.locator('ol[data-results] > li:not([data-shown])')).toHaveCount(0);
  await expect(items(page).nth(5)).toBeVisible();
});
