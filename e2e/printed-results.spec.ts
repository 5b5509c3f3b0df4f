import { corpusEditionFolder, expect, test } from './edition.ts';
import { done, items, query } from './search-locators.ts';

test.use({ folder: corpusEditionFolder });

test('results are printed with their excerpts, those that were never scrolled to as well', async ({
  page,
  open,
}) => {
  await open(query([['q', '农村']]));
  await done(page);
  await expect(items(page)).toHaveCount(20);
  const excerpts = items(page).locator('.search-result-excerpt');
  await expect(excerpts.and(page.locator(':empty'))).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  for (const excerpt of await excerpts.all()) await expect(excerpt).toBeVisible();
});
