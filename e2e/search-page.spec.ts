import { readFile } from 'node:fs/promises';
import { readCorpus, searchInPage } from './support/corpus.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { attributeOf } from './support/reading.fixture.ts';
import {
  done,
  facet,
  holdBack,
  items,
  query,
  results,
  searchBox,
  shownIds,
  submit,
} from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

test('results can be sorted by date', async ({ page, open }) => {
  await open(query([['q', '农村']]));
  await done(page);
  await page.getByLabel('排序').selectOption({ label: '最新在前' });
  await expect(page).toHaveURL(/sort=date/);
  await done(page);
  const years = (await shownIds(page)).map((id) => id?.slice(0, 4) ?? '');
  expect(years).toEqual([...years].sort().reverse());
});

test('the pages of the results are links, and list all results @files', async ({ page, open }) => {
  await open('search.html');
  const [all = []] = await searchInPage(page, ['农村']);
  const listed: (string | null)[] = [];
  await open(query([['q', '农村']]));
  for (let number = 1; number <= Math.ceil(all.length / 20); number += 1) {
    await done(page);
    if (number > 1) {
      // By keyboard: excerpts that arrive just before a press may move the link from under the pointer.
      await page.getByRole('link', { name: '下一页' }).press('Enter');
      await expect(page).toHaveURL(new RegExp(`page=${number}`));
      await expect(page.getByRole('link', { name: `第 ${number} 页` })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(items(page).first()).toHaveAttribute('data-id', all[(number - 1) * 20] ?? '');
    }
    listed.push(...(await shownIds(page)));
  }
  expect(listed).toEqual(all);
});

test('the address of a page beyond the last shows the last', async ({ page, open }) => {
  await open(
    query([
      ['q', '农村'],
      ['page', '99'],
    ]),
  );
  await done(page);
  await expect(items(page).first()).toBeVisible();
  await expect(page).toHaveURL(/page=\d\b/);
});

test('Back and Forward step through decisions of the visitor, not keystrokes @files', async ({
  page,
  open,
}) => {
  await open('search.html');
  const box = searchBox(page);
  await box.pressSequentially('农村', { delay: 300 });
  await box.press('Enter');
  await done(page);
  const first = await attributeOf(results(page), 'data-total');
  await facet(page, '类别').getByRole('checkbox', { name: /提案/ }).check();
  await expect(page).toHaveURL(/kind=/);
  await done(page);
  const second = await attributeOf(results(page), 'data-total');
  await box.fill('教育');
  await expect(page).toHaveURL(new RegExp(encodeURIComponent('教育')));
  await done(page);

  await page.goBack();
  await expect(box).toHaveValue('农村');
  await expect(results(page)).toHaveAttribute('data-total', second);
  await page.goBack();
  await expect(results(page)).toHaveAttribute('data-total', first);
  await expect(facet(page, '类别').getByRole('checkbox', { name: /提案/ })).not.toBeChecked();
  await page.goForward();
  await expect(results(page)).toHaveAttribute('data-total', second);
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/\?q=/);
});

test('the CSV contains all results in order, safe for spreadsheets @files', async ({ page, open }) => {
  const letters = new Map((await readCorpus()).map((letter) => [letter.id, letter]));
  await open('search.html');
  const [all = []] = await searchInPage(page, ['农村']);
  await open(query([['q', '农村']]));
  await done(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载全部结果（CSV）' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('答复-农村.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\ufeff标识,网址,标题,')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  const rows = text.trimEnd().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',')[0])).toEqual(all);
  for (const [index, id] of all.entries())
    expect(rows[index]).toContain(letters.get(id)?.frontmatter.documentNumber ?? '');
});

test('a CSV requested during a search contains the results of that search', async ({ page, open }) => {
  await open(query([['q', '农村']]));
  await done(page);
  const download = page.waitForEvent('download');
  await submit(page, '教育', '[data-csv]');
  const file = await download;
  expect(file.suggestedFilename()).toBe('答复-教育.csv');
  await done(page);
  const rows = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
  await expect(results(page)).toHaveAttribute('data-total', String(rows.length));
});

test('the CSV is available once the search is complete, not before', async ({ page, open, transport }) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  const letThrough = await holdBack(page, /\/search\/.*\/chunks/);
  await open(query([['q', '农村']]));
  const csv = page.getByRole('button', { name: '下载全部结果（CSV）' });
  await expect(csv).toBeVisible();
  await expect(csv).toBeDisabled();
  letThrough();
  await done(page);
  await expect(csv).toBeEnabled();
});

test('letters are suggested while typing, and opened by keyboard @files', async ({ page, open }) => {
  await open('search.html');
  const box = searchBox(page);
  await box.pressSequentially('吉发改议〔2019〕');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option').first()).toContainText('“双创”平台');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('Escape');
  await expect(list).toBeHidden();
  await expect(box).toHaveValue('吉发改议〔2019〕');
  await box.press('5');
  await expect(list).toBeVisible();
  // Typing replaces the list.
  await list.evaluate((element) => element.firstElementChild?.setAttribute('data-before', ''));
  await box.press('Backspace');
  await expect(list.locator('[data-before]')).toHaveCount(0);
  await expect(list).toBeVisible();
  await box.press('ArrowDown');
  const option = list.getByRole('option', { selected: true });
  await expect(option).toHaveCount(1);
  await expect(box).toHaveAttribute('aria-activedescendant', await attributeOf(option, 'id'));
  await box.press('Enter');
  await expect(page.locator('main')).toHaveAttribute('data-reply-id', '2019/cppcc-12-2-283');
});

test('a typed number shows its letter first, once, and says which number it is', async ({ page, open }) => {
  await open(query([['q', '吉发改议[2019]05号']]));
  await done(page, 1);
  await expect(items(page).first()).toHaveAttribute('data-id', '2019/cppcc-12-2-283');
  await expect(items(page).first()).toContainText('编号相符 · 发文字号：吉发改议〔2019〕5号');
  await expect(page.getByRole('region', { name: '编号相符' })).toBeHidden();
  await open(
    query([
      ['q', '吉发改议[2019]05号'],
      ['kind', '建议'],
    ]),
  );
  await done(page, 0);
  const card = page.getByRole('region', { name: '编号相符' });
  await expect(card.locator('[data-direct-id="2019/cppcc-12-2-283"]')).toContainText('吉发改议〔2019〕5号');
});

test('a fault in the query is reported, and the rest is searched', async ({ page, open }) => {
  await open(query([['q', '农村 年:去年']]));
  await done(page);
  await expect(page.getByRole('list', { name: '检索式的问题' })).toContainText('年：去年');
  await expect(items(page).first()).toBeVisible();
});

test('a missing file of the index is reported, and the search can be retried', async ({
  page,
  open,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  let broken = true;
  await page.route(/\/search\/(?!entry)/, (route) =>
    broken ? route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }) : route.continue(),
  );
  await open(query([['q', '农村']]));
  await expect(results(page)).toHaveAttribute('data-state', 'error');
  await expect(page.getByRole('alert').filter({ hasText: '检索没有成功' })).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: '重试' }).click();
  await done(page);
  await expect(items(page).first()).toBeVisible();
});

test('a worker that fails before the first search is reported too', async ({
  browser,
  address,
  transport,
}) => {
  test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
  // A context of its own: in the shared one the worker's error fails the test, and the init script remains.
  const context = await browser.newContext();
  try {
    const ownPage = await context.newPage();
    await ownPage.addInitScript(() => {
      const Working = window.Worker;
      window.Worker = class extends Working {
        constructor() {
          super(URL.createObjectURL(new Blob(['throw new Error("broken")'])));
          window.Worker = Working;
          this.addEventListener('error', () => {
            document.documentElement.setAttribute('data-broken', '');
          });
        }
      };
    });
    const release = await holdBack(ownPage, /\/search\/entry\.js/);
    // The load event waits for the entry.
    await ownPage.goto(address + query([['q', '农村']]), { waitUntil: 'commit' });
    await expect(ownPage.locator('html[data-broken]')).toBeAttached();
    release();
    await expect(results(ownPage)).toHaveAttribute('data-state', 'error');
    await ownPage.getByRole('button', { name: '重试' }).click();
    await done(ownPage);
  } finally {
    await context.close();
  }
});

test('the count is announced once typing is over, not at every keystroke', async ({ page, open }) => {
  await open('search.html');
  const status = page.getByRole('status');
  await page.evaluate(() => {
    const region = document.querySelector('[data-status]');
    const announced: string[] = [];
    Object.assign(window, { announced });
    new MutationObserver(() => {
      if (region?.textContent) announced.push(region.textContent);
    }).observe(region ?? document, { childList: true, characterData: true, subtree: true });
  });
  // Typed within the page, so that keystrokes keep their intervals on a loaded machine.
  await searchBox(page).evaluate(async (box: HTMLInputElement) => {
    for (const character of '农村教育') {
      box.value += character;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((typed) => setTimeout(typed, 250));
    }
  });
  await expect(status).toHaveText(/^(?:找到 \d+ 件答复|没有找到)/);
  expect(await page.evaluate(() => (window as unknown as { announced: string[] }).announced)).toHaveLength(1);
});

/** What moved without the visitor's doing (Layout Instability, https://wicg.github.io/layout-instability/). */
interface LayoutShift extends PerformanceEntry {
  sources: { node: Node | null }[];
}

for (const width of [360, 1440])
  test(`at ${width} px nothing moves when the results of a query in the address arrive late`, async ({
    ownPage,
    address,
    transport,
  }) => {
    test.skip(transport === 'file', 'requests for files on the disk cannot be delayed');
    await ownPage.setViewportSize({ width, height: 900 });
    await ownPage.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as LayoutShift[])
          moved.push(...sources.map(({ node }) => (node instanceof Element ? node.className : '')));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const release = await holdBack(ownPage, /\/search\/.*\/chunks/);
    await ownPage.goto(`${address}search.html?q=%E5%85%BB%E8%80%81`);
    await expect(ownPage.getByText('正在检索…').last()).toBeVisible();
    await expect(ownPage.locator('[data-toolbar]')).toBeVisible();
    release();
    await expect(items(ownPage).first()).toBeVisible();
    await expect(ownPage.locator('[data-facets]')).not.toHaveAttribute('data-waiting');
    expect(await ownPage.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });
