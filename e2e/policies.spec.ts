import { violations } from './support/axe.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { textOf } from './support/reading.fixture.ts';

test.use({ folder: corpusEditionFolder });

test('a visitor without JavaScript gets from a policy to a letter that cites it, and back', async ({
  pageWithoutScripts: page,
  address,
}) => {
  await page.goto(`${address}index.html`);
  await page.getByRole('link', { name: '引用的文件' }).click();
  await page.getByRole('region', { name: '一件答复引用的' }).getByRole('link').first().click();
  const policy = page.locator('.rare-policies > li').first();
  const name = await textOf(policy.getByRole('heading').first());
  await policy.getByRole('blockquote').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/replies\/.*#p\d+$/);
  await expect(page.locator('.letter-body :target')).toContainText(name);
  await page
    .getByRole('region', { name: /^本件引用的文件/ })
    .getByRole('link', { name })
    .click();
  await expect(page.locator(':target').getByRole('heading').first()).toHaveText(name);
});

test('the pages of policies have no accessibility violations', async ({ page, open }) => {
  await open('policies.html');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: '一件答复引用的' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('一件答复引用的文件');
  expect(await violations(page)).toEqual([]);
});
