import { violations } from './support/axe.fixture.ts';
import { expect, test } from './support/edition.fixture.ts';
import { textsOf } from './support/reading.fixture.ts';

const pages = {
  'the home page': 'index.html',
  'a letter': 'replies/2019/cppcc-12-2-283.html',
  'the ledger of commitments': 'commitments.html',
  'the commitments due in a year': 'commitments/due/2021.html',
  'a letter with a table and long names': 'replies/2018/long-agency.html',
  'a year': 'years/2020.html',
  'the overview of agencies': 'agencies.html',
  'the search page before a search': 'search.html',
  'the search page with results': `search.html?q=${encodeURIComponent('虚构')}`,
  'the search page when nothing is found': `search.html?q=${encodeURIComponent('关于xyz')}`,
  'the statistics': 'statistics.html',
  'the page on coverage': 'coverage.html',
  'the page on hosts and co-hosts': 'handling.html',
  'the questions asked repeatedly': 'questions.html',
  'the offline copy’s page': 'archive.html',
  'the page of open data': 'data.html',
  'a page of the guide': 'guide/sample.html',
  'a withdrawn letter': 'replies/2021/withdrawn.html',
  'the page for a missing address': '404.html',
};

for (const [name, path] of Object.entries(pages))
  test(`${name} has no accessibility violations in any colour scheme or text size`, async ({
    page,
    open,
  }) => {
    await open(path);
    if (path.includes('?q='))
      await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
    await page.evaluate(() => {
      for (const figures of document.querySelectorAll('details.chart-figures'))
        figures.setAttribute('open', '');
    });
    expect(await violations(page)).toEqual([]);
  });

test('the first Tab reaches the link that skips to the content @files', async ({ page, open }) => {
  await open('index.html');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /跳到|跳转/ });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
  await expect(page.getByRole('main')).toBeFocused();
});

test('the display settings open, change and close by keyboard alone, and persist on the next page @files', async ({
  page,
  open,
}) => {
  await open('statistics.html');
  const summary = page.locator('details:has(form[data-appearance]) > summary');
  while (!(await summary.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.evaluate(() => {
    const input = document.activeElement;
    return input instanceof HTMLInputElement ? { name: input.name, value: input.value } : undefined;
  });
  expect(chosen).toBeDefined();
  await expect(page.locator('html')).toHaveAttribute(`data-${chosen?.name ?? ''}`, chosen?.value ?? '');
  await page.keyboard.press('Escape');
  await expect(summary).toBeFocused();
  await expect(page.locator('form[data-appearance]')).toBeHidden();
  await open('coverage.html');
  await expect(page.locator('html')).toHaveAttribute(`data-${chosen?.name ?? ''}`, chosen?.value ?? '');
});

test('the main navigation leads to every part of the archive by keyboard alone', async ({ page, open }) => {
  await open('index.html');
  const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
  const reached = new Set<string>();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent.trim() ?? ''));
  }
  for (const name of await textsOf(links)) expect(reached).toContain(name.trim());
  await links.filter({ hasText: '统计' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '统计' })).toBeVisible();
});

test('the figures below a chart open by keyboard alone', async ({ page, open }) => {
  await open('statistics.html');
  const figures = page.locator('details.chart-figures').first();
  await figures.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(figures.getByRole('table')).toBeVisible();
});

test('the hint in the search box is not cut off on a phone, in any text size', async ({ page, open }) => {
  await open('index.html');
  const box = page.getByRole('searchbox');
  for (const width of [320, 360])
    for (const text of ['auto', 'large', 'larger']) {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate((size) => {
        document.documentElement.setAttribute('data-text', size);
      }, text);
      const room = await box.evaluate((input: HTMLInputElement) => {
        const { fontSize, fontFamily } = getComputedStyle(input, '::placeholder');
        const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(input);
        const hint = document.createElement('span');
        hint.textContent = input.placeholder;
        Object.assign(hint.style, { position: 'absolute', whiteSpace: 'nowrap', fontSize, fontFamily });
        document.body.append(hint);
        const padding = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd);
        const needed = hint.getBoundingClientRect().width;
        hint.remove();
        return input.clientWidth - padding - needed;
      });
      expect(room, `${text} letters at ${width} px`).toBeGreaterThanOrEqual(0);
    }
});

test('forced colours show which setting is chosen and which page is current', async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('agencies.html');
  await page.getByText('显示设置').click();
  const background = (label: string) =>
    page
      .locator('.choices')
      .first()
      .getByText(label)
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background('随系统')).not.toBe(await background('深色'));
  for (const name of ['主导航', '浏览方式']) {
    const line = (current: string) =>
      page
        .getByRole('navigation', { name })
        .locator(`a${current}`)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
    expect(await line('[aria-current]'), name).not.toBe(await line(':not([aria-current])'));
  }
});
