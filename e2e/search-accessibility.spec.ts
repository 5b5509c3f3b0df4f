import type { Page } from '@playwright/test';
import { violations } from './support/axe.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { done, facet, query, results, searchBox } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

type Open = (path: string) => Promise<void>;

/** Each state of the search page, and how a visitor reaches it. */
const states: Record<string, (page: Page, open: Open) => Promise<void>> = {
  'while the index is loading': async (page, open) => {
    // Not the head of a shard: it is requested while the page still loads, which would wait for it.
    await page.route(/\/search\/.*\/chunks/, () => undefined);
    await open(query([['q', '农村']]));
    await expect(results(page)).toHaveAttribute('data-state', 'searching');
  },
  'with results, open facets and chosen values': async (page, open) => {
    await open(
      query([
        ['q', '农村'],
        ['role', '主办'],
        ['from', '2012-01-01'],
      ]),
    );
    await done(page);
    for (const name of ['届次', '人大、政协', '主办、会办', '办理结果'])
      await facet(page, name).locator('summary').click();
    await facet(page, '发文机关').getByRole('button', { name: /更多/ }).click();
  },
  'as a table, with the choice of its columns': async (page, open) => {
    await open(
      query([
        ['q', '农村'],
        ['view', 'table'],
      ]),
    );
    await done(page);
    await page.getByText('选择列').click();
  },
  'with suggestions': async (page, open) => {
    await open('search.html');
    await searchBox(page).pressSequentially('农村');
    await expect(page.getByRole('listbox')).toBeVisible();
    await searchBox(page).press('ArrowDown');
    await done(page);
  },
  'with a letter that has the typed number': async (page, open) => {
    await open(query([['q', '吉发改议〔2019〕5号']]));
    await done(page);
  },
  'with a fault in the query and no results': async (page, open) => {
    await open(query([['q', '农村zzz 年:去年']]));
    await done(page, 0);
  },
  'with offers and similar letters': async (page, open) => {
    await open(query([['q', '请问农村小学的教育经费从哪里来']]));
    await done(page, 0);
    await expect(page.getByRole('region', { name: '相近结果' }).locator('mark').first()).toBeVisible();
  },
  'with the filters in their sheet': async (page, open) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(query([['q', '农村']]));
    await done(page);
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await expect(page.getByRole('dialog', { name: '筛选' })).toBeVisible();
  },
  'when the index cannot be loaded': async (page, open) => {
    await page.route(/\/search\/.*\/head/, (route) =>
      route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }),
    );
    await open(query([['q', '农村']]));
    await expect(page.getByRole('button', { name: '重试' })).toBeVisible();
  },
  'on a letter opened from the results': async (page, open) => {
    await open(`replies/2019/cppcc-12-2-283.html${query([['q', '双创']]).slice('search.html'.length)}`);
    await expect(page.locator('main mark').first()).toBeVisible();
  },
};

for (const [state, reach] of Object.entries(states))
  test(`the search has no accessibility violations ${state}, in any appearance and text size`, async ({
    page,
    open,
    transport,
  }) => {
    test.skip(transport === 'file', 'the same page; files on the disk cannot be delayed');
    await reach(page, open);
    expect(await violations(page)).toEqual([]);
  });
