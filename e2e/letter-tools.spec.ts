import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { correctedLetter } from './support/content-history.fixture.ts';
import { contentFolder, editionFolder, expect, test } from './support/edition.fixture.ts';
import { attributeOf } from './support/reading.fixture.ts';

const firstLetter = 'replies/2019/cppcc-12-2-283';
const corrected = 'replies/2018/npc-16-2-0031';
const host = 'replies/2020/npc-16-4-0094';
const joint = 'replies/2020/npc-16-4-0094-caizheng';

test('a reference is copied with the day of access and the letter’s address @files', async ({
  ownPage,
  address,
  transport,
}) => {
  // Only on http: a file has no origin to grant permissions to.
  if (transport === 'http') await ownPage.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ownPage.clock.setFixedTime('2026-11-30T09:00:00+08:00');
  await ownPage.goto(`${address}${firstLetter}.html`);
  const cite = ownPage.getByRole('region', { name: '引用本件' });
  const reference =
    '吉林省发展改革委. 对省政协十二届二次会议第283号委员提案的答复：吉发改议〔2019〕5号[EB/OL]. （2019-07-08）[2026-11-30]. https://archive.example/replies/2019/cppcc-12-2-283.html.';
  await expect(cite).toContainText(reference);
  await expect(cite).toContainText('5号[EB/OL]. (2019-07-08)[2026-11-30]. ');
  const button = cite.getByRole('button', { name: '复制 GB/T 7714—2025' });
  // Observed in the page: the confirmation lasts two seconds, which a busy machine could miss.
  const said = button.evaluate(
    (element) =>
      new Promise((resolve) => {
        new MutationObserver(() => {
          resolve(element.textContent);
        }).observe(element, { childList: true });
      }),
  );
  await button.click();
  expect(await said).toBe('已复制');
  if (transport === 'http')
    expect(await ownPage.evaluate(() => navigator.clipboard.readText())).toBe(reference);
  const saved = ownPage.waitForEvent('download');
  await cite.getByRole('button', { name: '下载 RIS' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('2019-cppcc-12-2-283.ris');
  expect(await readFile(await file.path(), 'utf8')).toContain('Y2  - 2026/11/30\r\n');
});

test('the number of a paragraph, reached by keyboard, offers to copy the passage with its source @files', async ({
  page,
  open,
  context,
  transport,
}) => {
  if (transport === 'http') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(`${firstLetter}.html`);
  const body = page.locator('[data-letter-body]');
  const second = body.getByRole('link', { name: /^第2段/ });
  await expect(second).toBeVisible();
  await second.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(body.getByRole('link', { name: /^第3段/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const quote = body.getByRole('group', { name: '第3段' }).getByRole('button', { name: '引用本段' });
  await expect(quote).toBeFocused();
  await page.keyboard.press('Enter');
  if (transport === 'http')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^省发改委、[^\n]+。\n——吉林省发展改革委：《[^\n]+，第3段，[^\n]+#p3（\d+年\d+月\d+日查阅）$/);
  await page.keyboard.press('Escape');
  await expect(quote).toHaveCount(0);
  await expect(body.getByRole('link', { name: /^第3段/ })).toBeFocused();
});

test('the Markdown beside a letter is the committed file, byte for byte @files', async ({ page, open }) => {
  await open(`${firstLetter}.html`);
  const link = page.getByRole('link', { name: '下载 Markdown' });
  const published = join(editionFolder, 'replies/2019', await attributeOf(link, 'href'));
  const committed = join(contentFolder, `${firstLetter}.md`);
  expect((await readFile(published)).equals(await readFile(committed))).toBe(true);
});

test('all replies to one proposal link to each other, with their roles', async ({ page, open }) => {
  await open(`${host}.html`);
  const card = page.getByRole('region', { name: '所答复的建议' });
  await card.getByRole('link', { name: '虚构市财政局（会办）' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('虚构市财政局');
  await page
    .getByRole('region', { name: '所答复的建议' })
    .getByRole('link', { name: '虚构市水利局（主办）' })
    .click();
  await expect(page).toHaveURL(new RegExp(`${host}.html$`));
});

test('a letter links to the same question in an earlier session', async ({ page, open }) => {
  await open(`${host}.html`);
  const related = page.getByRole('region', { name: '同一问题的答复' });
  await expect(related.getByRole('row')).toHaveCount(3);
  await expect(related).toContainText('市十六届人大二次会议第0031号建议');
  await related.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第0031号');
});

test('corrections are at the top, and the revisions below match the git history', async ({ page, open }) => {
  await open(`${corrected}.html`);
  await expect(page.getByRole('region', { name: '更正' })).toContainText(
    '2018年9月3日　河道总长原写作28公里',
  );
  const revisions = page.getByRole('region', { name: '修订记录' }).getByRole('listitem');
  const [takenIn, later] = correctedLetter.commits;
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText('更正：河道总长原写作28公里');
  await expect(revisions.last()).toContainText('首次收录');
  for (const [index, { note }] of [later, takenIn].entries()) {
    const message = revisions.nth(index).getByRole('group');
    await expect(message.getByText(note)).toBeHidden();
    await message.getByText('提交说明').click();
    await expect(message.getByText(note)).toBeVisible();
  }
});

test('the outcome is shown with its meaning on the local scale', async ({ page, open }) => {
  await open(`${host}.html`);
  const row = page.getByRole('row', { name: /^办理结果/ });
  await expect(row).toContainText('B 类（正在解决或者列入计划）');
});

test('an error report names the letter', async ({ page, open }) => {
  await open(`${firstLetter}.html`);
  const href = await attributeOf(page.getByRole('link', { name: '报告转录错误' }), 'href');
  expect(href).toMatch(/^mailto:errors@archive\.example\?subject=/);
  expect(new URL(href).searchParams.get('subject')).toContain('2019/cppcc-12-2-283');
});

test('previous and next links lead through the session', async ({ page, open }) => {
  await open(`${joint}.html`);
  const series = page.getByRole('navigation', { name: '市十六届人大四次会议的前后各件' });
  await series.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${host}.html$`));
});
