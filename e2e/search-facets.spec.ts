import { findPlace } from '../src/reply/letter-place.ts';
import { readCorpus, type CorpusLetter } from './support/corpus.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { readNow } from './support/reading.fixture.ts';
import { done, facet, query, shownIds } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

/** Values that a facet shows until the visitor asks for more. */
const few = 8;

/** The count beside each value that a facet shows. */
function countsIn(rows: Element[]): Record<string, number> {
  return Object.fromEntries(
    rows.map((row): [string, number] => [
      row.querySelector('[data-label]')?.textContent ?? '',
      Number.parseInt(row.querySelector('[data-value-count]')?.textContent.replace(/\D/g, '') ?? '', 10),
    ]),
  );
}

function tally(letters: readonly CorpusLetter[], value: (letter: CorpusLetter) => string | undefined) {
  const counts: Record<string, number> = {};
  for (const letter of letters) {
    const key = value(letter);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

interface Facet {
  name: string;
  /** Whether it is collapsed at first. */
  collapsed?: boolean;
  value: (letter: CorpusLetter) => string | undefined;
}

const facets: readonly Facet[] = [
  { name: '地区', value: ({ frontmatter }) => findPlace(frontmatter)?.name },
  { name: '年份', value: ({ frontmatter }) => frontmatter.issuedOn?.slice(0, 4) },
  { name: '发文机关', value: ({ frontmatter }) => frontmatter.issuer },
  { name: '类别', value: ({ frontmatter }) => frontmatter.proposal?.kind },
  { name: '人大、政协', collapsed: true, value: ({ frontmatter }) => frontmatter.proposal?.assembly },
  { name: '主办、会办', collapsed: true, value: ({ frontmatter }) => frontmatter.role },
  { name: '办理结果', value: ({ frontmatter }) => frontmatter.outcome },
];

test('the counts of every facet equal those of the letters found @files', async ({ page, open }) => {
  const found = (await readCorpus()).filter(({ has }) => has('农村'));
  await open(query([['q', '农村']]));
  await done(page, found.length);
  for (const { name, collapsed = false, value } of facets) {
    const expected = tally(found, value);
    const group = facet(page, name);
    if (collapsed) await group.locator('summary').click();
    await expect(group.locator('details')).toHaveAttribute('open');
    if (Object.keys(expected).length > few) await group.getByRole('button', { name: /更多/ }).click();
    await expect.poll(() => readNow(group.locator('li'), countsIn), name).toEqual(expected);
  }
});

test('values of a facet widen the results, further facets and days narrow them, and the address records it all', async ({
  page,
  open,
}) => {
  const letters = await readCorpus();
  const kinds = (found: CorpusLetter[], ...chosen: string[]) =>
    found.filter(({ frontmatter }) => chosen.includes(frontmatter.proposal?.kind ?? ''));
  const about = letters.filter(({ has }) => has('农村'));
  await open(query([['q', '农村']]));
  await done(page, about.length);
  await facet(page, '类别').getByRole('checkbox', { name: /提案/ }).check();
  await done(page, kinds(about, '提案').length);
  await facet(page, '类别').getByRole('checkbox', { name: /议案/ }).check();
  await done(page, kinds(about, '提案', '议案').length);
  const since = kinds(about, '提案', '议案').filter(
    ({ frontmatter }) => (frontmatter.issuedOn ?? '') >= '2019-07-01',
  );
  await page.getByLabel('从', { exact: true }).fill('2019-07-01');
  await expect(page).toHaveURL(/from=2019-07-01/);
  await done(page, since.length);

  const { searchParams } = new URL(page.url());
  expect(searchParams.getAll('kind')).toEqual(['提案', '议案']);
  const ids = await shownIds(page);
  await page.reload();
  await done(page, since.length);
  expect(await shownIds(page)).toEqual(ids);
  await expect(facet(page, '类别').getByRole('checkbox', { name: /提案/ })).toBeChecked();

  await page.getByRole('button', { name: /移除筛选：类别：提案/ }).click();
  await done(page, since.filter(({ frontmatter }) => frontmatter.proposal?.kind === '议案').length);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await done(page, about.length);
});

test('facets without a query list their letters', async ({ page, open }) => {
  const chosen = (await readCorpus()).filter(({ frontmatter }) => frontmatter.role === '会办');
  await open(
    query([
      ['role', '会办'],
      ['sort', 'oldest'],
    ]),
  );
  await done(page, chosen.length);
  const dates = chosen.map(({ frontmatter }) => frontmatter.issuedOn ?? '').sort();
  const byId = new Map(chosen.map(({ id, frontmatter }) => [id, frontmatter.issuedOn]));
  expect((await shownIds(page)).map((id) => byId.get(id ?? ''))).toEqual(dates.slice(0, 20));
});

for (const width of [320, 360])
  test(`on a screen of ${width} px the filters open in a sheet that says how many letters there are`, async ({
    page,
    open,
  }) => {
    const letters = await readCorpus();
    const about = letters.filter(
      ({ has, frontmatter }) => has('农村') && frontmatter.proposal?.kind === '提案',
    );
    const since = about.filter(({ frontmatter }) => (frontmatter.issuedOn ?? '') >= '2019-07-01');
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize({ width, height: 740 });
    await open(
      query([
        ['q', '农村'],
        ['kind', '提案'],
      ]),
    );
    await done(page, about.length);
    const toggle = page.getByRole('button', { name: '筛选（1）' });
    const sheet = page.getByRole('dialog', { name: '筛选' });
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(facet(page, '年份')).toBeHidden();
    expect(await overflow()).toBe(0);

    await toggle.click();
    await expect(facet(page, '年份').locator('summary')).toBeVisible();
    expect(await overflow()).toBe(0);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(toggle).toBeFocused();

    await toggle.click();
    await sheet.getByLabel('从', { exact: true }).fill('2019-07-01');
    await sheet.getByRole('button', { name: `查看 ${since.length} 件` }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('heading', { name: `找到 ${since.length} 件答复` })).toBeFocused();
    await page.getByRole('button', { name: /移除筛选：从/ }).click();
    await done(page, about.length);
  });

test('Back closes the sheet of filters, and undoes what was chosen in it only after that', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(query([['q', '农村']]));
  await done(page);
  const sheet = page.getByRole('dialog', { name: '筛选' });
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/q=/);

  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await facet(page, '类别').getByRole('checkbox', { name: /提案/ }).check();
  await expect(page).toHaveURL(/kind=/);
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/kind=/);
  await expect(page.getByRole('button', { name: '筛选（1）' })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(page.getByRole('button', { name: '筛选', exact: true })).toBeVisible();
});
