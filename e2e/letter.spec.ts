import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editionFolder, expect, test } from './support/edition.fixture.ts';
import { attributeOf } from './support/reading.fixture.ts';

const firstLetter = 'replies/2019/cppcc-12-2-283.html';

test('a letter shows its header with the labels of the disclosure catalogue', async ({ page, open }) => {
  await open(firstLetter);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '对省政协十二届二次会议第283号委员提案的答复',
  );
  const main = page.locator('main');
  for (const [label, value] of [
    ['索引号', '1122000001354439X3/2019-04623'],
    ['发文字号', '吉发改议〔2019〕5号'],
    ['发文机关', '吉林省发展改革委'],
    ['成文日期', '2019年6月10日'],
    ['发布日期', '2019年7月8日'],
    ['分类', /委员提案[\s\S]*议案/],
  ] as const) {
    const row = main.locator('tr', { has: page.getByRole('rowheader', { name: label, exact: true }) });
    await expect(row).toContainText(value);
  }
});

test('on a phone the letter begins on the first screen, with ways to original and tools', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(firstLetter);
  await expect(page.locator('#p1')).toBeInViewport();
  await expect(page.getByText('提案人：魏兰委员')).toBeVisible();
  await page.getByRole('link', { name: '原件', exact: true }).click();
  await expect(page.getByRole('link', { name: '下载原件' })).toBeInViewport();
});

test('the contents link to the headings @files', async ({ page, open }) => {
  await open(firstLetter);
  const contents = page.getByRole('navigation', { name: '目录' });
  await expect(contents.getByRole('link')).toHaveCount(4);
  await contents.getByRole('link', { name: /^四、/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^四、着力打造/ })).toBeInViewport();
});

test('the received original can be downloaded, and has the hash shown @files', async ({ page, open }) => {
  await open(firstLetter);
  const link = page.getByRole('link', { name: /sample\.txt|下载原件/ }).first();
  const href = await attributeOf(link, 'href');
  const bytes = await readFile(join(editionFolder, 'replies/2019', decodeURIComponent(href)));
  const hash = createHash('sha256').update(bytes).digest('hex');
  await expect(page.getByText(hash, { exact: true })).toBeVisible();
});

test('a file in hand is checked against the letter in its page, without a network @files', async ({
  page,
  open,
}) => {
  await open(firstLetter);
  const tools = page.getByRole('complementary', { name: '原件与工具' });
  const href = await attributeOf(tools.getByRole('link', { name: '下载原件' }), 'href');
  const bytes = await readFile(join(editionFolder, 'replies/2019', decodeURIComponent(href)));
  await tools.getByText('核对手中的文件').click();
  const choose = (name: string, buffer: Buffer) =>
    tools.getByLabel('选择文件').setInputFiles({ name, mimeType: 'text/plain', buffer });
  const result = tools.getByRole('status');
  await choose('收到的.txt', bytes);
  await expect(result).toContainText('收到的.txt：一致。与原件逐字节相同');
  await choose('改过的.txt', Buffer.from(bytes.toString().replace('省发改委、省工信厅', '省发改委')));
  await expect(result).toContainText(/不一致。这个文件 \d+ 字节，原件 \d+ 字节。其中没有本页的第3段/);
  await result.getByRole('link', { name: '第3段' }).click();
  await expect(page.locator('#p3')).toBeInViewport();
});

test('a table and bold text beside Chinese punctuation are rendered', async ({ page, open }) => {
  await open('replies/2020/npc-16-4-0094.html');
  await expect(page.getByRole('cell', { name: '583.5' })).toBeVisible();
  await expect(page.locator('main strong', { hasText: '（一）加强领导。' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('**');
});

test('every paragraph has its own address', async ({ page, open }) => {
  await open(firstLetter);
  await expect(page.locator('#p1')).toHaveText(/^魏兰委员：/);
});

test('code in a letter does not run and sends no requests to other hosts @files', async ({ page, open }) => {
  await open('replies/2021/hostile.html');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator('main')).toContainText('虚构合并单元格');
  await expect(page.locator('main iframe, main [onerror], main [onclick], main svg[onload]')).toHaveCount(0);
  await expect(page.locator('main a[href^="javascript:"]')).toHaveCount(0);
});
