import { searchInPage } from './support/corpus.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { attributesOf } from './support/reading.fixture.ts';
import { done, holdBack, query } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

const help = { name: '可以这样检索' };

test('the page shows no help while the search in its address is loading', async ({
  page,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  const letThrough = await holdBack(page, /\/search\/entry/);
  await page.goto(address + query([['q', '农村']]), { waitUntil: 'commit' });
  await expect(page.getByText('正在检索…')).toBeVisible();
  await expect(page.getByRole('region', help)).toBeHidden();
  letThrough();
  await done(page);
});

test('without a search in the address the help appears before the search script loads', async ({
  page,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  const letThrough = await holdBack(page, /\/assets\/search-page/);
  await page.goto(`${address}search.html`, { waitUntil: 'commit' });
  await expect(page.getByRole('region', help)).toBeVisible();
  letThrough();
  await page.waitForLoadState();
  await expect(page.getByRole('region', help)).toBeVisible();
});

test('each example is a link that finds something', async ({ page, open }) => {
  await open('search.html');
  const links = page.getByRole('region', help).getByRole('link');
  const queries = (await attributesOf(links, 'href'))
    .map((href) => new URL(href ?? '', page.url()).searchParams.get('q') ?? '')
    // One leads to the table of all letters.
    .filter((query) => query !== '');
  expect(queries.length).toBeGreaterThan(6);
  for (const [index, ids] of (await searchInPage(page, queries)).entries())
    expect(ids.length, queries[index]).toBeGreaterThan(0);
  await open('search.html');
  await page.getByRole('region', help).locator('a[href*="?q="]').first().click();
  await done(page);
  await expect(page).toHaveURL(/search\.html\?q=/);
});
