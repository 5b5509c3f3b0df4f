import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { done, items, query } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

test('a printed search shows the query and filters, and no controls', async ({ page, open }) => {
  await open(
    query([
      ['q', '农村'],
      ['kind', '提案'],
    ]),
  );
  await done(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('combobox', { name: /检索/ })).toBeVisible();
  await expect(page.getByText('类别：提案')).toBeVisible();
  for (const name of ['检索', '清除筛选', '下载全部结果（CSV）', /^筛选/])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: '结果分页' })).toBeHidden();
});

test('all results are printed with their excerpts, including those never scrolled to', async ({
  page,
  open,
}) => {
  await open(query([['q', '农村']]));
  await done(page);
  await expect(items(page)).toHaveCount(20);
  const excerpts = items(page).locator('.search-result-excerpt');
  await expect(excerpts.and(page.locator(':empty'))).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(excerpts.filter({ visible: true })).toHaveCount(20);
});
