import { violations } from './support/axe.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { offered, quickFindBox } from './support/quick-find-locators.fixture.ts';
import { attributeOf, textOf } from './support/reading.fixture.ts';

test.use({ folder: corpusEditionFolder });

const letter = 'replies/2019/cppcc-12-2-283.html';

test('nothing of the quick find is loaded before the visitor goes to the box @files', async ({
  page,
  open,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await open('statistics.html');
  // Gives the page time to request anything more.
  await page.waitForTimeout(500);
  const ofQuickFind = () => loaded.filter((url) => /quick-find|pagefind/.test(url));
  expect(ofQuickFind()).toEqual([]);
  await quickFindBox(page).focus();
  await expect.poll(() => ofQuickFind().length).toBeGreaterThan(3);
});

test('the first characters of a topic offer the letter, which opens by keyboard alone @files', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  await page.keyboard.press('/');
  await page.keyboard.insertText('关于加强“双');
  const [option] = [offered(page).first()];
  await expect(option).toContainText('关于加强“双创”平台和导师团队伍建设的建议');
  await expect(option).toContainText(/吉发改议〔2019〕5号.*吉林省发展改革委.*2019年6月10日/);
  await expect(option.locator('mark')).toHaveText(['关于加强“双']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(letter));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a screen reader announces the box, its list, the selected option and the number of results', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  const box = quickFindBox(page);
  await box.fill('双创');
  await expect(offered(page)).toHaveCount(2);
  const form = page.getByRole('search');
  await expect(form).toMatchAriaSnapshot(`
    - search "快速查找":
      - combobox "快速查找案由、编号和机关" [expanded]: 双创
      - button "检索"
      - listbox "快速查找":
        - option /关于加强“双创”平台和导师团队伍建设的建议 吉发改议〔2019〕5号 吉林省发展改革委 2019年6月10日/
        - option "全文精确检索“双创”"
      - status: 找到 1 项。
  `);
  await page.keyboard.press('ArrowDown');
  const first = offered(page).first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', await attributeOf(first, 'id'));
  await expect(box).toBeFocused();
});

test('arrows go round, Home and End return to the text, Escape closes and leaves the text', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  const box = quickFindBox(page);
  const chosen = page.locator('[role=option][aria-selected=true]');
  await box.fill('双创');
  await expect(offered(page)).toHaveCount(2);
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText('全文精确检索“双创”');
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toContainText('平台和导师');
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    await expect(chosen).toHaveCount(0);
    const caret = key === 'Home' ? 0 : 2;
    expect(await box.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(caret);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(offered(page)).toHaveCount(0);
  await expect(box).toHaveValue('双创');
  await page.keyboard.insertText('平');
  await expect(offered(page).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(offered(page)).toHaveCount(0);
});

for (const typed of [
  '吉发改议〔2019〕5号',
  '吉发改议[2019]005',
  '〔2019〕5号',
  '吉发改议 2019年 5号',
  '０283号',
])
  test(`the number ${typed} offers its letter`, async ({ page, open }) => {
    await open('statistics.html');
    await quickFindBox(page).fill(typed);
    await expect(offered(page).filter({ hasText: '平台和导师团队' })).toHaveCount(1);
  });

for (const [typed, found] of [
  ['魏兰', '平台和导师'],
  ['吉林省发展', '平台和导师'],
  ['双创 发展改革委', '平台和导师'],
  ['整合双创平台', '平台和导师'],
] as const)
  test(`${typed} offers the letter that has it, and shows where`, async ({ page, open }) => {
    await open('statistics.html');
    await quickFindBox(page).fill(typed);
    const option = offered(page).filter({ hasText: found });
    await expect(option).toHaveCount(1);
    await expect(option.locator('mark')).toHaveText(typed.split(' '));
  });

test('a page of the site is offered before letters', async ({ page, open }) => {
  await open(letter);
  await quickFindBox(page).fill('统计');
  const first = offered(page).first();
  await expect(first).toContainText(/^统计\s*本站页面$/);
  await first.click();
  await expect(page).toHaveURL(/statistics\.html$/);
});

test('the last option, and Enter in the box, hand the text to the exact search @files', async ({
  page,
  open,
}) => {
  await open(letter);
  await quickFindBox(page).fill('“双创” & #5');
  const last = offered(page).last();
  await expect(last).toHaveText('全文精确检索““双创” & #5”');
  const search = page.getByRole('combobox', { name: /检索/ });
  await last.click();
  await expect(page).toHaveURL(/search\.html\?q=/);
  await expect(search).toHaveValue('“双创” & #5');

  await open(letter);
  await quickFindBox(page).fill('双创');
  await expect(offered(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\.html\?q=/);
  await expect(search).toHaveValue('双创');
});

test('what nothing has is left to the exact search', async ({ page, open }) => {
  await open('statistics.html');
  for (const nothing of ['查无此文', '关于', '〔〕']) {
    await quickFindBox(page).fill(nothing);
    await expect(offered(page)).toHaveText([`全文精确检索“${nothing}”`]);
  }
});

test('half-composed pinyin is not searched', async ({ page, open }) => {
  await open('statistics.html');
  const box = quickFindBox(page);
  await box.fill('双创');
  await expect(offered(page)).toHaveCount(2);
  await box.dispatchEvent('compositionstart');
  await box.fill('shuang chuang');
  // Longer than the pause after which a text is searched.
  await page.waitForTimeout(500);
  await expect(offered(page)).toHaveCount(2);
  await box.fill('查无此文');
  await box.dispatchEvent('compositionend');
  await expect(offered(page)).toHaveCount(1);
});

test('pinyin whose composition began before the quick find had loaded is not searched', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  const box = quickFindBox(page);
  await box.dispatchEvent('compositionstart');
  await box.fill('shuang chuang');
  await expect(box).toHaveRole('combobox');
  // Longer than the pause after which a text is searched.
  await page.waitForTimeout(500);
  await expect(offered(page)).toHaveCount(0);
  await box.fill('双创');
  await box.dispatchEvent('compositionend');
  await expect(offered(page)).toHaveCount(2);
});

test('an answer to an earlier text is never shown', async ({ page, open }) => {
  await open('statistics.html');
  const box = quickFindBox(page);
  await box.fill('双创');
  await expect(offered(page)).toHaveCount(2);
  await page.evaluate(() => {
    const list = document.querySelector('[role=listbox]');
    const input = document.querySelector<HTMLInputElement>('[role=combobox]');
    if (!list || !input) throw new Error('no list');
    new MutationObserver(() => {
      const last = list.lastElementChild?.textContent ?? '';
      if (last !== '' && last !== `全文精确检索“${input.value}”`)
        document.body.dataset.stale = `${input.value}: ${last}`;
    }).observe(list, { childList: true });
  });
  // Just after the pause: answers are asked for, and their texts replaced.
  for (const [index, text] of [
    '农村饮水',
    '城市公园',
    '公共停车',
    '职业教育',
    '网约车',
    '托育服务',
  ].entries()) {
    await box.fill(text);
    await page.waitForTimeout(100 + index);
    await box.fill('');
  }
  await expect(offered(page)).toHaveCount(0);
  await box.fill('老旧小区');
  await expect(offered(page).last()).toHaveText('全文精确检索“老旧小区”');
  await expect(page.locator('body')).not.toHaveAttribute('data-stale');
});

test('without the index the exact search is still offered @files', async ({ page, open, troubles }) => {
  await page.route(/pagefind-entry/, (route) => route.abort());
  await open('statistics.html');
  await quickFindBox(page).fill('双创');
  await expect(offered(page)).toHaveText(['全文精确检索“双创”']);
  // The browser reports the file that the test withheld.
  troubles.length = 0;
});

for (const width of [360, 768, 1440])
  test(`at ${width} px the list lies within the page and its last option in sight`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(letter);
    await quickFindBox(page).fill('关于完善');
    await expect(offered(page)).toHaveCount(8);
    await expect(offered(page).last()).toBeInViewport({ ratio: 1 });
    const list = await page.getByRole('listbox').boundingBox();
    expect(list?.x).toBeGreaterThanOrEqual(0);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

test('on the home page its own box is the quick find @files', async ({ page, open }) => {
  await open('index.html');
  await quickFindBox(page).fill('双创');
  await expect(offered(page)).toHaveCount(2);
});

test('the open list has no accessibility violations in any colour scheme or text size', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  await quickFindBox(page).fill('统计');
  await expect(offered(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  expect(await textOf(offered(page).first())).toContain('统计');
  // Axe runs in the page, which keeps the list open only while the box has the focus.
  await expect(quickFindBox(page)).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await expect(offered(page).first()).toBeVisible();
});
