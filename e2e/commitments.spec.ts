import { expect, test } from './support/edition.fixture.ts';
import { attributeOf, textOf } from './support/reading.fixture.ts';

const letter = 'replies/2020/npc-16-4-0094.html';

test('a letter lists its commitments with their paragraphs and what became of them', async ({
  page,
  open,
}) => {
  await open(letter);
  const list = page.getByRole('region', { name: /^本件承诺 \d+ 项$/ });
  const canal = list.getByRole('listitem').filter({ hasText: '完成虚构灌渠一期3.5公里' }).first();
  await expect(canal).toContainText('期限：2021年6月');
  await expect(canal.getByRole('list', { name: '跟踪记录' })).toHaveText(/^\s*已落实[\s\S]*进行中/);
  await canal.getByRole('link', { name: /^第 \d+ 段$/ }).click();
  await expect(page.locator(':target')).toContainText('完成虚构灌渠一期3.5公里');
});

test('the ledger leads to letters and to a search, and marks what is overdue on the visitor’s day', async ({
  page,
  open,
}) => {
  await open('index.html');
  await page.getByRole('main').getByRole('link', { name: '其中承诺' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '承诺台账' })).toBeVisible();
  const search = await attributeOf(page.getByRole('link', { name: /^查今天已到期/ }), 'href');
  await page.getByRole('link', { name: '2021年到期' }).click();
  const fulfilled = page.getByRole('listitem').filter({ hasText: '完成虚构灌渠一期' }).last();
  await expect(fulfilled).toContainText('已落实');
  await expect(fulfilled.getByText('已到期')).toHaveCount(0);
  const pending = page.getByRole('listitem').filter({ hasText: '管护办法' }).last();
  await expect(pending.getByText('已到期')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: '关于整治虚构河道、修建灌渠的建议' })
    .first()
    .click();
  await expect(page).toHaveURL(/npc-16-4-0094\.html$/);
  await open(search);
  await expect(page.locator('[data-results] [data-id="2020/npc-16-4-0094"]')).toBeVisible();
  await expect(page.locator('fieldset[data-facet="commitment"]')).toContainText('已到期');
});

test('what letters refuse is listed by year, apart from commitments', async ({ page, open }) => {
  await open('commitments.html');
  const refusals = page.getByRole('region', { name: '不办或暂缓的' });
  await refusals.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d{4}年答复中不办或暂缓的事项$/);
  const refusal = page.getByRole('listitem').filter({ hasText: '不办或暂缓' }).last();
  const text = await textOf(refusal.locator('q'));
  await refusal.getByRole('link').click();
  await expect(page.locator(':target')).toContainText(text);
});
