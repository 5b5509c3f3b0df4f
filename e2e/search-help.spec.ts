import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
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
