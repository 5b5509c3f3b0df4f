import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { done, holdBack, items, query, searchBox } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

test('after a search the focus is on the heading of the results, a few tabs before the first', async ({
  page,
  open,
}) => {
  const heading = page.getByRole('heading', { name: /^找到 \d+ 件答复$/ });
  await open(query([['q', '农村']]));
  await done(page);
  await expect(heading).toBeFocused();
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  await expect(items(page).first().getByRole('link').first()).toBeFocused();
  await searchBox(page).fill('教育');
  await expect(page).toHaveURL(new RegExp(encodeURIComponent('教育')));
  await done(page);
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await searchBox(page).fill('农村zzz');
  await page.keyboard.press('Enter');
  await done(page, 0);
  await expect(page.getByRole('heading', { name: '没有找到与“农村zzz”相符的答复。' })).toBeFocused();
});

test('Back from a letter returns to its place in the list @files', async ({ page, open }) => {
  await open(
    query([
      ['q', '农村'],
      ['page', '2'],
    ]),
  );
  await done(page);
  const item = items(page).nth(11);
  const link = item.getByRole('link').first();
  await link.scrollIntoViewIfNeeded();
  await expect(item).toHaveAttribute('data-shown');
  // Excerpts above may arrive until the letter is opened.
  await item.evaluate((element) => {
    element.addEventListener('click', () => {
      sessionStorage.setItem('top', String(element.getBoundingClientRect().top));
    });
  });
  await link.press('Enter');
  await expect(page.locator('main[data-reply-id]')).toBeVisible();
  await page.goBack();
  await done(page);
  await expect(link).toBeFocused();
  await expect(item).toHaveAttribute('data-shown');
  const before = Number(await page.evaluate(() => sessionStorage.getItem('top')));
  expect(before).toBeGreaterThan(0);
  await expect.poll(async () => Math.abs(((await item.boundingBox())?.y ?? 0) - before)).toBeLessThan(4);
});

test('the page shows the query and that it is searched for before the search script has come', async ({
  page,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  const letThrough = await holdBack(page, /\/assets\/search-page/);
  await page.goto(address + query([['q', '农村']]), { waitUntil: 'commit' });
  await expect(page.getByText('正在检索…')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: /检索/ })).toHaveValue('农村');
  letThrough();
  await done(page);
  await expect(page.getByText('正在检索…')).toBeHidden();
});

test('a search that failed without a network is tried again when there is one', async ({
  browser,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'a folder needs no network');
  // A context of its own: in the shared one a failed request fails the test.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${address}search.html`);
    await context.setOffline(true);
    await searchBox(page).fill('农村小学');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: '网络恢复后会自动重新检索' })).toBeVisible();
    await context.setOffline(false);
    await done(page);
    await expect(page.getByRole('alert').filter({ hasText: '网络' })).toBeHidden();
  } finally {
    await context.close();
  }
});
