import type { Locator } from '@playwright/test';
import { expect, test } from './support/edition.fixture.ts';
import { quickFindBox } from './support/quick-find-locators.fixture.ts';
import { done, results, searchBox } from './support/search-locators.fixture.ts';

const firstLetter = '2019/cppcc-12-2-283';

const query = (text: string) => `search.html?q=${encodeURIComponent(text)}`;

for (const text of [
  '双创',
  '孵化器',
  '"辽源袜业"',
  '赛飞',
  '吉发改议〔2019〕5号',
  '吉发改议[2019]5号',
  '第283号',
  '魏兰',
])
  test(`a search for ${text} finds the letter and marks the matches @files`, async ({ page, open }) => {
    await open(query(text));
    await done(page);
    const hit = results(page).locator(`li[data-id="${firstLetter}"]`);
    await expect(hit).toBeVisible();
    await expect(hit.locator('.search-result-excerpt mark').first()).toBeVisible();
  });

for (const text of ['关于xyz', '业培导'])
  test(`a search for ${text}, which occurs nowhere, finds nothing and says so @files`, async ({
    page,
    open,
  }) => {
    await open(query(text));
    await done(page);
    await expect(results(page)).toHaveAttribute('data-total', '0');
    await expect(results(page).locator('li')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: /没有/ })).toBeVisible();
  });

test('a search from the home page shows its results on the search page @files', async ({ page, open }) => {
  await open('index.html');
  await page.getByRole('searchbox').first().fill('供水能力');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\.html\?q=/);
  await done(page);
  await expect(results(page).locator('li')).toHaveCount(1);
  await expect(results(page).locator('li')).toHaveAttribute('data-id', '2020/npc-16-4-0094');
});

test('a result opens the letter with its first match marked and in view @files', async ({ page, open }) => {
  await open(query('赛飞'));
  await done(page);
  await results(page).getByRole('link').first().click();
  await expect(page.locator('main')).toHaveAttribute('data-reply-id', firstLetter);
  await expect(page.locator('main mark').first()).toBeInViewport();
});

test('scripts can get all ids in rank order @files', async ({ page, open }) => {
  await open('search.html');
  const [ids = [], again, none, parallel] = await page.locator('reply-search').evaluate(async (element) => {
    const search = element as HTMLElement & { search: (query: string) => Promise<{ ids: string[] }> };
    const idsOf = async (query: string) => (await search.search(query)).ids;
    const one = [await idsOf('虚构'), await idsOf('虚构'), await idsOf('')];
    const both = await Promise.all(['魏兰', '虚构'].map(idsOf));
    return [...one, both[1]];
  });
  expect(again).toEqual(ids);
  expect(none).toEqual([]);
  expect(parallel).toEqual(ids);
  expect([...ids].sort()).toEqual([
    '2018/long-agency',
    '2018/npc-16-2-0031',
    '2020/npc-16-4-0094',
    '2020/npc-16-4-0094-caizheng',
    '2021/hostile',
    '2022/cppcc-13-1-51',
    '2022/cppcc-13-1-52',
  ]);
});

test('unpublished text is not found', async ({ page, open }) => {
  await open(query('暗号绝不应当出现'));
  await done(page);
  await expect(results(page)).toHaveAttribute('data-total', '0');
});

test('typing updates the results, half-composed pinyin does not', async ({ page, open }) => {
  await open('search.html');
  const box = searchBox(page);
  await box.fill('供水能力');
  await done(page);
  await expect(results(page).locator('li')).toHaveCount(1);
  await box.dispatchEvent('compositionstart');
  await box.fill('供水能力zzz');
  await page.waitForTimeout(600);
  await expect(results(page).locator('li')).toHaveCount(1);
  await box.dispatchEvent('compositionend');
  await expect(results(page)).toHaveAttribute('data-total', '0');
});

test('a slash and Ctrl+K focus the quick find; on the search page the slash focuses its own box', async ({
  page,
  open,
}) => {
  for (const [path, slash, ctrlK] of [
    [`replies/${firstLetter}.html`, quickFindBox(page), quickFindBox(page)],
    ['search.html', searchBox(page), quickFindBox(page)],
  ] as const) {
    await open(path);
    await page.keyboard.press('/');
    await expect(slash).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(ctrlK).toBeFocused();
  }
});

test('the quick find shares the line of the navigation from 768 px', async ({ page, open }) => {
  await page.setViewportSize({ width: 768, height: 700 });
  await open('search.html');
  const line = page.getByRole('navigation', { name: '主导航' });
  const middle = async (element: Locator) => {
    const { y, height } = (await element.boundingBox()) ?? { y: 0, height: 0 };
    return y + height / 2;
  };
  expect(Math.abs((await middle(quickFindBox(page))) - (await middle(line)))).toBeLessThan(3);
});

test('a slash focuses the search box from a check box too', async ({ page, open }) => {
  await open(query('答复'));
  await done(page);
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
});
