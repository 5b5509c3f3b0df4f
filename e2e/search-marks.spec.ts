import type { Page } from '@playwright/test';
import { expect, test } from './support/edition.fixture.ts';
import { markupOf, readNow, textOf } from './support/reading.fixture.ts';
import { done, items, query } from './support/search-locators.fixture.ts';

const letter = 'replies/2019/cppcc-12-2-283.html';
const bar = (page: Page) => page.getByRole('region', { name: '检索词在文中的位置' });
const found = (text: string) => `${letter}?${new URLSearchParams({ q: text }).toString()}`;
const current = (page: Page) => page.locator('mark[data-current]');

test('the matches of a letter are counted, and buttons and keys step through them @files', async ({
  page,
  open,
}) => {
  await open(found('双创'));
  const place = bar(page).getByRole('status');
  const numbers = /第 (\d+)\/(\d+) 处/;
  await expect(place).toHaveText(numbers);
  const [, first = '', all = ''] = numbers.exec(await textOf(place)) ?? [];
  const count = Number(all);
  expect(count).toBeGreaterThan(3);
  await expect(page.locator('main mark')).toHaveCount(count);
  await expect(current(page)).toBeInViewport();
  const at = (offset: number) => ((Number(first) - 1 + offset + count) % count) + 1;

  await bar(page).getByRole('button', { name: '下一处' }).click();
  await expect(place).toHaveText(`第 ${at(1)}/${count} 处`);
  await page.keyboard.press('n');
  await expect(place).toHaveText(`第 ${at(2)}/${count} 处`);
  await expect(current(page)).toBeInViewport();
  await page.keyboard.press('p');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(place).toHaveText(`第 ${first}/${count} 处`);
  for (let step = 0; step < count; step += 1) await page.keyboard.press('n');
  await expect(place).toHaveText(`第 ${first}/${count} 处`);
});

test('closing the bar removes the marks and restores the letter', async ({ page, open }) => {
  await open(letter);
  const before = await markupOf(page.locator('main'));
  await open(found('双创'));
  await expect(page.locator('main mark').first()).toBeVisible();
  await bar(page).getByRole('button', { name: '关闭' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect.poll(() => page.locator('main').innerHTML()).toBe(before);
  await expect(page).not.toHaveURL(/\?/);
});

test('excluded text is not marked, and a field only where it is shown', async ({ page, open }) => {
  await open(found('导师 -赛飞 机关:吉林省'));
  await expect(page.locator('main mark').first()).toBeVisible();
  await expect
    .poll(() =>
      readNow(page.locator('main mark'), (marks) =>
        [...new Set(marks.map((mark) => mark.textContent))].sort(),
      ),
    )
    .toEqual(['吉林省', '导师']);
  await expect(page.locator('.header-facts mark')).toHaveText(['吉林省']);
  await expect(page.locator('.letter-body mark', { hasText: '吉林省' })).toHaveCount(0);
});

test('a match across emphasis is marked and counted once', async ({ page, open }) => {
  await open(
    `replies/2020/npc-16-4-0094.html?${new URLSearchParams({ q: '"加强领导。各单位"' }).toString()}`,
  );
  await expect(bar(page).getByRole('status')).toHaveText('第 1/1 处');
  await expect
    .poll(() => readNow(page.locator('main mark'), (marks) => marks.map((mark) => mark.textContent).join('')))
    .toBe('加强领导。各单位');
});

test('a letter links back to the results that it was opened from @files', async ({ page, open }) => {
  await open(
    query([
      ['q', '双创'],
      ['year', '2019'],
      ['sort', 'date'],
    ]),
  );
  await done(page);
  const results = page.url();
  await items(page).getByRole('link').first().click();
  await bar(page).getByRole('link', { name: '回到检索结果' }).click();
  await expect(page).toHaveURL(results);
  await done(page, 1);
});

test('a letter opened directly has no bar', async ({ page, open }) => {
  await open(letter);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});
