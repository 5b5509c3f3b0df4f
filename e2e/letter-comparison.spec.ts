import { violations } from './support/axe.fixture.ts';
import { expect, test } from './support/edition.fixture.ts';

const comparison = 'replies/2019/cppcc-12-2-283.compare.html';

test('every edit of a letter links to its other side and back @files', async ({ page, open }) => {
  await open('replies/2019/cppcc-12-2-283.html');
  await page
    .getByRole('complementary', { name: '原件与工具' })
    .getByRole('link', { name: '与原件逐处对照' })
    .click();
  await expect(page).toHaveURL(/\.compare\.html$/);
  const row = page.getByRole('row').filter({ hasText: '团队' }).first();
  const removed = row.locator('.compared-original a', { hasText: '␣' });
  await removed.click();
  const target = page.locator('.compared-published a:target');
  await expect(target).toBeInViewport();
  await expect(target).toHaveAttribute('title', /删去汉字之间的空格/);
  await target.click();
  await expect(page.locator('.compared-original a:target')).toHaveText('␣');
});

test('kinds of edits can be hidden, and nothing says that words were changed', async ({
  pageWithoutScripts: page,
  address,
}) => {
  await page.goto(address + comparison);
  await expect(page.getByText('文字改动 0 处；标点、空格等格式规范 242 处')).toBeVisible();
  const space = page.locator('.compared-original .space').first();
  await expect(space).toBeVisible();
  await page.getByRole('checkbox', { name: /空格和换行/ }).uncheck();
  await expect(space).toBeHidden();
  await expect(page.locator('.compared-original .marks').first()).toBeVisible();
});

test('an edited passage links to its place in the letter', async ({ page, open }) => {
  await open(comparison);
  await page.getByRole('link', { name: 'p4', exact: true }).click();
  await expect(page.locator('#p4')).toBeInViewport();
  await expect(page).toHaveURL(/cppcc-12-2-283\.html#p4$/);
});

test('the private text of a withheld original is redacted, and the page says so', async ({ page, open }) => {
  await open('replies/2020/npc-16-4-0094-caizheng.html');
  await expect(page.getByRole('link', { name: '下载原件' })).toHaveCount(0);
  await expect(page.getByText('原件含个人信息，未公开')).toBeVisible();
  await page.getByRole('complementary').getByRole('link', { name: '与原件逐处对照' }).click();
  await expect(page.getByText('原件含个人信息，未公开。')).toBeVisible();
  await expect(page.locator('main')).toContainText('＊＊＊＊');
  await expect(page.locator('main')).not.toContainText('王某五');
});

test('a later correction is distinguished from the edits of the conversion', async ({ page, open }) => {
  await open('replies/2018/npc-16-2-0031.compare.html');
  const altered = page.getByRole('row').filter({ hasText: '编辑后来改动' });
  await expect(altered).toHaveCount(1);
  await expect(altered).toContainText('共28公里');
  await expect(altered).toContainText('共27.5公里');
  await page.getByRole('link', { name: '编辑后来改动的一段' }).click();
  await expect(altered).toBeInViewport();
  await page.getByRole('checkbox', { name: '只看文字有改动的段落' }).check();
  await expect(page.getByRole('row').filter({ visible: true })).toHaveCount(2);
});

test('the sides are next to each other on a wide page, and stacked on a phone', async ({ page, open }) => {
  await open(comparison);
  const row = page.getByRole('row').filter({ hasText: '魏兰委员' });
  const sides = async () => {
    const left = await row.locator('.compared-original').boundingBox();
    const right = await row.locator('.compared-published').boundingBox();
    return { left: left ?? { x: 0, y: 0 }, right: right ?? { x: 0, y: 0 } };
  };
  await page.setViewportSize({ width: 1440, height: 900 });
  const wide = await sides();
  expect(wide.right.x).toBeGreaterThan(wide.left.x + 300);
  expect(wide.right.y).toBe(wide.left.y);
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const narrow = await sides();
    expect(narrow.right.x).toBe(narrow.left.x);
    expect(narrow.right.y).toBeGreaterThan(narrow.left.y);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
});

test('the comparison reads without JavaScript', async ({ pageWithoutScripts: page, address }) => {
  await page.goto(address + comparison);
  await page.locator('#o12').click();
  await expect(page.locator('#e12')).toBeInViewport();
});

test('the comparison has no accessibility violations in any colour scheme or text size', async ({
  page,
  open,
}) => {
  await open(comparison);
  expect(await violations(page)).toEqual([]);
});
