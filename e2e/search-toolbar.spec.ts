import { devices } from '@playwright/test';
import { corpusEditionFolder, expect, test } from './edition.ts';
import { done, query } from './search-locators.ts';

test.use({ folder: corpusEditionFolder });

test('what is done with results takes two lines on a phone at most, in large letters too', async ({
  page,
  open,
}) => {
  await open(query([['q', '农村']]));
  await done(page);
  const parts = page.locator('[data-toolbar] > *');
  for (const width of [320, 360, 390])
    for (const size of ['auto', 'large', 'larger']) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate((text) => {
        document.documentElement.dataset.text = text;
      }, size);
      const middles = await parts.evaluateAll((all) =>
        all.map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
      const lines = middles.filter((middle, index) => middle - (middles[index - 1] ?? -Infinity) > 10);
      expect(lines.length, `${width} px, text ${size}`).toBeLessThanOrEqual(2);
    }
  await expect(page.getByRole('button', { name: '下载全部结果（CSV）' })).toBeVisible();
});

test('a finger finds what is done with results, filters and pages: 44 px and more', async ({
  browser,
  address,
}) => {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(
    address +
      query([
        ['q', '教育'],
        ['kind', '提案'],
      ]),
  );
  await done(page);
  await page.getByRole('button', { name: '筛选' }).first().tap();
  const touched = page.locator(
    'reply-search :is(button, select, summary, .facet-values label, .search-pages a)',
  );
  for (const control of await touched.all()) {
    if (!(await control.isVisible())) continue;
    const box = await control.boundingBox();
    expect(box?.height, await control.innerText()).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});
