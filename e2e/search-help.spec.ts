import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { done, holdBack, query } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

const help = { name: '可以这样检索' };

test('where the address asks for something no help is shown while the search gets ready', async ({
  page,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be held back');
  const letThrough = await holdBack(page, /\/search\/entry/);
  await page.goto(address + query([['q', '农村']]), { waitUntil: 'commit' });
  await expect(page.getByText('正在检索…')).toBeVisible();
  await expect(page.getByRole('region', help)).toBeHidden();
  letThrough();
  await done(page);
});

test('where it asks for nothing the help waits for no script of the search', async ({
  page,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be held back');
  const letThrough = await holdBack(page, /\/assets\/search-page/);
  await page.goto(`${address}search.html`, { waitUntil: 'commit' });
  await expect(page.getByRole('region', help)).toBeVisible();
  letThrough();
  await page.waitForLoadState();
  await expect(page.getByRole('region', help)).toBeVisible();
});
