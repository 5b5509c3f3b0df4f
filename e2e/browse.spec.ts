import { violations } from './support/axe.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { attributesOf, each, numberIn, textOf, textsOf } from './support/reading.fixture.ts';

test.use({ folder: corpusEditionFolder });

const ways = [
  { section: '按年浏览', overview: 'years.html', title: '按年浏览' },
  { section: '按地区浏览', overview: 'places.html', title: '按地区浏览' },
  { section: '按会议浏览', overview: 'sessions.html', title: '按会议浏览' },
  { section: '按机关浏览', overview: 'agencies.html', title: '按机关浏览' },
  { section: '按类别浏览', overview: 'kinds.html', title: '按类别浏览' },
];

for (const { section } of ways)
  test(`a visitor without JavaScript gets from the home page to a letter by ${section}`, async ({
    pageWithoutScripts: page,
    address,
  }) => {
    await page.goto(`${address}index.html`);
    const way = page.getByRole('region', { name: section, exact: true }).getByRole('listitem').first();
    const count = await numberIn(way, /(\d+) 件/);
    const link = way.getByRole('link');
    const name = await textOf(link);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(`收录答复 ${count} 件`);
    const letters = page.locator('.letter-item');
    await expect(letters).toHaveCount(Math.min(count, 50));
    const topic = await textOf(letters.first().locator('[data-topic]'));
    await letters.first().getByRole('link').click();
    await expect(page.locator('main[data-reply-id]')).toContainText(topic);
  });

test('the names of the ways to browse do not wrap on a phone with large text', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await open('years.html');
  await page.evaluate(() => {
    document.documentElement.dataset.text = 'larger';
  });
  for (const link of await each(page.getByRole('navigation', { name: '浏览方式' }).getByRole('link'))) {
    const lines = await link.evaluate((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return text.getClientRects().length;
    });
    expect(lines, await textOf(link)).toBe(1);
  }
});

for (const { overview, title } of ways)
  test(`${overview} leads to every one of its letters once`, async ({ page, open }) => {
    await open('index.html');
    const all = await numberIn(page.getByRole('main'), /收录答复\s*(\d+)\s*件/);
    await page.getByRole('link', { name: '浏览', exact: true }).click();
    const way = page.getByRole('navigation', { name: '浏览方式' });
    if (overview !== 'years.html')
      await way.getByRole('link', { name: title.slice(1, 3).replace('年浏', '年份'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const counts = await textsOf(page.locator('.list-links .count'));
    const sum = counts.reduce((total, count) => total + Number.parseInt(count, 10), 0);
    // Every invented letter states its session and kind.
    expect(sum).toBe(all);
    expect(all).toBeGreaterThan(100);
  });

test('a long list can be paged through, and no letter is on two pages', async ({ page, open }) => {
  await open('kinds.html');
  await page.getByRole('link', { name: '提案' }).click();
  const total = await numberIn(page.getByRole('main'), /收录答复 (\d+) 件/);
  expect(total).toBeGreaterThan(50);
  const pagination = page.getByRole('navigation', { name: '分页' });
  await expect(pagination.getByRole('link', { name: '上一页' })).toHaveCount(0);
  const links = page.locator('.letter-item').getByRole('link');
  const next = pagination.getByRole('link', { name: '下一页' });
  const seen = await attributesOf(links, 'href');
  for (let turned = 2; turned <= Math.ceil(total / 50); turned += 1) {
    await next.click();
    await expect(pagination.locator('[aria-current=page]')).toHaveText(String(turned));
    seen.push(...(await attributesOf(links, 'href')));
  }
  await expect(next).toHaveCount(0);
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  await pagination.getByRole('link', { name: '第 1 页', exact: true }).click();
  await expect(page).toHaveURL(/kinds\/proposal\.html$/);
});

test('the years of a long list lead to the page on which each begins', async ({ page, open }) => {
  await open('kinds/proposal.html');
  const years = page.getByRole('navigation', { name: '所列各部分' });
  const oldest = years.getByRole('link').last();
  const name = await textOf(oldest);
  await oldest.click();
  await expect(page).toHaveURL(/proposal-\d+\.html#y\d{4}$/);
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeInViewport();
});

test('a list links to its feeds and its table, in the head and at its end', async ({ page, open }) => {
  await open('kinds/bill.html');
  const head = page.locator('head link[rel=alternate]');
  const files = ['bill.xml', 'bill.json', 'bill.csv'];
  expect(await attributesOf(head, 'href')).toEqual(files);
  expect(await attributesOf(head, 'type')).toEqual([
    'application/atom+xml',
    'application/feed+json',
    'text/csv',
  ]);
  const formats = page.getByRole('complementary', { name: '订阅与下载' }).getByRole('link');
  expect(await attributesOf(formats, 'href')).toEqual(files);
});

test('an archive without an address claims none', async ({ page, open }) => {
  await open('kinds/bill.html');
  await expect(page.locator('link[rel=canonical], link[rel=search]')).toHaveCount(0);
});

for (const path of [
  'index.html',
  'years.html',
  'sessions.html',
  'agencies.html',
  'kinds.html',
  'kinds/proposal-2.html',
  'data.html',
])
  test(`${path} of many letters needs no horizontal scrolling from 320 px to 1920 px`, async ({
    page,
    open,
  }) => {
    await open(path);
    for (const width of [320, 360, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

for (const path of ['index.html', 'sessions.html', 'agencies.html', 'kinds/proposal-2.html'])
  test(`${path} of many letters has no accessibility violations in any colour scheme or text size`, async ({
    page,
    open,
  }) => {
    await open(path);
    expect(await violations(page)).toEqual([]);
  });

test('a long list can be paged through by keyboard alone', async ({ page, open }) => {
  await open('kinds/proposal.html');
  await page.getByRole('link', { name: '下一页' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/proposal-2\.html$/);
  await expect(page.getByRole('link', { name: '第 2 页', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('the figures of the statistics lead to the letters that they count', async ({ page, open }) => {
  await open('statistics.html');
  const section = page.getByRole('region', { name: '按发文机关' });
  await section.getByText('数据表', { exact: true }).click();
  const row = section.getByRole('row').nth(1);
  const name = await textOf(row.getByRole('link'));
  const count = await textOf(row.getByRole('cell').first());
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`收录答复 ${count} 件`);
});
