import { devices } from '@playwright/test';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { each, readNow, textOf } from './support/reading.fixture.ts';
import { done, facet, query } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

/** The number of lines that elements take. */
function linesOf(parts: Element[]): number {
  const middles = parts.map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return (top + bottom) / 2;
  });
  return middles.filter((middle, index) => middle - (middles[index - 1] ?? -Infinity) > 10).length;
}

test('the toolbar takes at most two lines on a phone, in large text too', async ({ page, open }) => {
  await open(query([['q', '农村']]));
  await done(page);
  const parts = page.locator('[data-toolbar] > *');
  for (const width of [320, 360, 390])
    for (const size of ['auto', 'large', 'larger']) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate((text) => {
        document.documentElement.dataset.text = text;
      }, size);
      await expect.poll(() => readNow(parts, linesOf), `${width} px, text ${size}`).toBeLessThanOrEqual(2);
    }
  await expect(page.getByRole('button', { name: '下载全部结果（CSV）' })).toBeVisible();
});

test('touch targets of toolbar, filters and pages are at least 44 px high', async ({ browser, address }) => {
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
  await expect(facet(page, '年份').locator('summary')).toBeVisible();
  const touched = page
    .locator('reply-search :is(button, select, summary, .facet-values label, .pagination a)')
    .filter({ visible: true });
  for (const control of await each(touched)) {
    const box = await control.boundingBox();
    expect(box?.height, await textOf(control)).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});
