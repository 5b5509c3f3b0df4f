import { expect, test } from './support/edition.fixture.ts';
import { textOf, textsOf } from './support/reading.fixture.ts';

test('each chart is an image with a description, and its figures are also in a table', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  const chart = page.getByRole('img', { name: '各年收录的答复' });
  await expect(chart).toHaveAccessibleDescription(/共 \d+ 件/);
  const figures = page.locator('.chart-figures').first();
  await figures.getByText('数据表').click();
  const counts = await textsOf(figures.locator('tbody td:nth-of-type(1)'));
  await expect(chart.locator('.chart-mark rect')).toHaveCount(counts.length);
  await expect(figures.getByRole('rowheader', { name: '2019年' })).toBeVisible();
});

test('a chart is readable on a phone and on a wide screen, in dark mode too', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await open('statistics.html');
    const chart = page.getByRole('img', { name: '各年收录的答复' });
    await expect(chart).toHaveCount(1);
    const label = chart.locator('text', { hasText: '2019' }).first();
    const box = await label.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(10);
    const [bar, paper] = await chart
      .locator('rect')
      .first()
      .evaluate((rect) => [
        getComputedStyle(rect).fill,
        getComputedStyle(document.documentElement).backgroundColor,
      ]);
    expect(bar).not.toBe(paper);
  }
});

test('the text of a chart grows with that of the page, on a phone too', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await open('statistics.html');
  const name = page.getByRole('img', { name: '按发文机关' }).locator('text', { hasText: '虚构市水利局' });
  const usual = await name.boundingBox();
  await page.evaluate(() => {
    document.documentElement.dataset.text = 'larger';
  });
  const large = await name.boundingBox();
  expect((large?.height ?? 0) / (usual?.height ?? Infinity)).toBeGreaterThan(1.25);
});

test('an outcome is shown with its meaning on the local scale', async ({ page, open }) => {
  await open('statistics.html');
  const scale = page.getByRole('region', { name: '市人大', exact: true });
  await expect(scale).toContainText('B 类：正在解决或者列入计划');
});

test('the missing numbers of a session are listed', async ({ page, open }) => {
  await open('coverage.html');
  const session = page.getByRole('row', { name: /市十六届人大四次会议/ });
  await expect(session.getByRole('cell')).toHaveText(['214', '5', '1', '4']);
  await expect(session).toContainText('2020年1月8日开幕');
  const missing = session.getByText('92、93、95、96');
  await expect(missing).toBeHidden();
  await session.getByText('未收录的编号').click();
  await expect(missing).toBeVisible();
  await session.getByText('已收录的编号').click();
  await session.getByRole('link', { name: '94', exact: true }).click();
  await expect(page).toHaveURL(/replies\/2020\/npc-16-4-0094\.html$/);
});

test('a session about which nothing is known shows no gap', async ({ page, open }) => {
  await open('coverage.html');
  const session = page.getByRole('row', { name: /省政协十二届二次会议/ });
  await expect(session.getByRole('cell')).toHaveText(['未知', '未知', '1', '未知']);
  await expect(session).not.toContainText('未收录的编号');
});

test('agencies are compared by what they hosted and joined, with their letters behind the figures', async ({
  page,
  open,
}) => {
  await open('agencies.html');
  await page.getByRole('link', { name: '比较各机关主办、会办的件数' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '主办与会办' })).toBeVisible();
  const host = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: '虚构市水利局', exact: true }) });
  const hosted = host.getByRole('cell').nth(1).getByRole('link');
  const count = await textOf(hosted);
  await hosted.click();
  await expect(page.locator('ol[data-results]')).toHaveAttribute('data-total', count);
});
