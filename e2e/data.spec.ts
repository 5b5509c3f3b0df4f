import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXml } from '../src/data/standards/validate.fixture.ts';
import { editionFolder, expect, test } from './support/edition.fixture.ts';
import { lettersIn, listedPagesIn, textIn } from './support/published-files.fixture.ts';
import { attributeOf, each, textsOf } from './support/reading.fixture.ts';

test('the page on open data states the correct size, hash and number of letters of each file', async ({
  page,
  open,
}) => {
  await open('data.html');
  const described = page.getByRole('region', { name: '数据文件' }).getByRole('listitem');
  await expect(described).toHaveCount(11);
  for (const item of await each(described)) {
    const href = await attributeOf(item.getByRole('link'), 'href');
    const bytes = await readFile(join(editionFolder, href));
    await expect(item).toContainText(createHash('sha256').update(bytes).digest('hex'));
  }
  const letters = await lettersIn(editionFolder);
  await expect(page.getByText(`gzip 压缩，${letters.length} 件`)).toBeVisible();
});

test('the data dictionary has a row for every field of the published schemas', async ({ page, open }) => {
  await open('data.html');
  // Those of the records; tables that have no schema come after them.
  const dictionaries = page.locator('.data-dictionary');
  const names = (
    await Promise.all([0, 1, 2].map((at) => textsOf(dictionaries.nth(at).locator('th code'))))
  ).flat();
  const schemas = ['reply', 'commitment', 'policy'].map((name) => `data/${name}.schema.json`);
  const schema = (await Promise.all(schemas.map((path) => textIn(editionFolder, path)))).join('');
  for (const name of names)
    expect(schema).toContain(`"${name.split('.').at(-1)?.replace('[]', '') ?? ''}": {`);
  expect(names).toContain('frontmatter.proposal.term');
  expect(names).toContain('frontmatter.corrections[].on');
  expect(names).toContain('followUp[].evidence');
});

test('an edition with an address lists every page for search engines, and its search for browsers', async ({
  page,
  open,
}) => {
  const sitemap = await textIn(editionFolder, 'sitemap.xml');
  validateXml(sitemap, 'sitemap.xsd');
  const pages = await listedPagesIn(editionFolder);
  const listed = Array.from(sitemap.matchAll(/<loc>(.*?)<\/loc>/g), ([, address]) => address);
  expect(listed).toEqual(pages.map((path) => `https://archive.example/${path === 'index.html' ? '' : path}`));
  expect(await textIn(editionFolder, 'robots.txt')).toContain('Sitemap: https://archive.example/sitemap.xml');
  validateXml(await textIn(editionFolder, 'opensearch.xml'), 'opensearch.rng');
  await open('years.html');
  await expect(page.locator('link[rel=search]')).toHaveAttribute('href', 'opensearch.xml');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://archive.example/years.html',
  );
});
