import { readCorpus } from './support/corpus.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { attributesOf } from './support/reading.fixture.ts';
import { done, items, query, results, searchBox } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

/** The number of letters in which a text occurs, by brute force. */
async function scan(text: string): Promise<number> {
  return (await readCorpus()).filter(({ has }) => has(text)).length;
}

test('a query that finds nothing leads to others, each with the number of letters that it finds @files', async ({
  page,
  open,
}) => {
  const expected = await scan('养老');
  const offers = page.locator('[data-offers] > li > a');
  for (const text of ['養老', 'yanglao', '敬老院', '养老园']) {
    await open(query([['q', text]]));
    await done(page, 0);
    await expect(page.getByText(`没有找到与“${text}”相符的答复。`).first()).toBeVisible();
    await expect(offers.first()).toHaveText(`改查“养老”（${expected} 件）`);
  }
  await offers.first().click();
  await done(page, expected);
  await expect(searchBox(page)).toHaveValue('养老');
  await page.goBack();
  await expect(searchBox(page)).toHaveValue('养老园');
  await expect(offers.first()).toHaveText(`改查“养老”（${expected} 件）`);
});

test('a query that finds nothing with the chosen filters leads to all letters', async ({ page, open }) => {
  await open(
    query([
      ['q', '农村'],
      ['to', '1990-01-01'],
    ]),
  );
  await done(page, 0);
  const expected = await scan('农村');
  await page.getByRole('link', { name: `清除筛选，在全部答复中查（${expected} 件）` }).click();
  await expect(page).not.toHaveURL(/to=/);
  await done(page, expected);
});

test('a sentence leads to letters that have its words, apart from results', async ({ page, open }) => {
  await open(query([['q', '请问农村小学的教育经费从哪里来']]));
  await done(page, 0);
  await expect(items(page)).toHaveCount(0);
  const similar = page.getByRole('region', { name: '相近结果' });
  await expect(similar).toBeVisible();
  const letters = new Map((await readCorpus()).map((letter) => [letter.id, letter]));
  const ids = await attributesOf(similar.locator('[data-similar] > li'), 'data-id');
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids)
    expect(
      ['农村', '小学', '教育经费', '教育', '经费'].some((word) => letters.get(id ?? '')?.has(word)),
    ).toBe(true);
  await expect(similar.locator('mark').first()).toBeVisible();
});

test('a number in a message leads to its letter', async ({ page, open }) => {
  for (const text of ['省政协283号', '您的第283号提案已答复，文号吉发改议[2019]05号，请查收']) {
    await open(query([['q', text]]));
    await done(page, 0);
    await expect(
      page.getByRole('region', { name: '编号相符' }).locator('[data-direct-id="2019/cppcc-12-2-283"]'),
    ).toBeVisible();
    await expect(page.locator('[data-offers]')).toContainText('文中的编号');
  }
  await expect(results(page)).toHaveAttribute('data-total', '0');
});
