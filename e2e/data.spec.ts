import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnySchema } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { jsonFeedProblems, jsonProblems, validateXml } from '../src/data/standards/validate.ts';
import { corpusEditionFolder, editionFolder, expect, test } from './edition.ts';

interface Published {
  id: string;
  frontmatter: { title: string };
  body: string;
}

const editions = { 'with an address': editionFolder, 'of many letters, without one': corpusEditionFolder };

async function text(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

async function files(folder: string, ending: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => ending.test(name)).sort();
}

test('the page on open data names each file with its true size, hash and number of letters', async ({
  page,
  open,
}) => {
  await open('data.html');
  const described = page.getByRole('region', { name: '数据文件' }).getByRole('listitem');
  expect(await described.count()).toBe(4);
  for (const item of await described.all()) {
    const href = await item.getByRole('link').getAttribute('href');
    const bytes = await readFile(join(editionFolder, href ?? ''));
    await expect(item).toContainText(createHash('sha256').update(bytes).digest('hex'));
  }
  const letters = await files(editionFolder, /^replies\/\d{4}\/[a-z0-9-]+\.html$/);
  await expect(page.getByText(`JSON Lines，${letters.length} 件`)).toBeVisible();
});

test('the data dictionary has a line for every field of the published schema', async ({ page, open }) => {
  await open('data.html');
  const names = await page.locator('.data-dictionary th code').allInnerTexts();
  const schema = await text(editionFolder, 'data/reply.schema.json');
  for (const name of names)
    expect(schema).toContain(`"${name.split('.').at(-1)?.replace('[]', '') ?? ''}": {`);
  expect(names).toContain('frontmatter.proposal.term');
  expect(names).toContain('frontmatter.corrections[].on');
});

for (const [name, folder] of Object.entries(editions)) {
  test(`the open data of an edition ${name} are the letters that it shows, whole`, async () => {
    const pages = await files(folder, /^replies\/\d{4}\/[a-z0-9-]+\.html$/);
    const shown = pages.map((path) => path.slice('replies/'.length, -'.html'.length)).sort();
    const json = JSON.parse(await text(folder, 'data/replies.json')) as Published[];
    const lines = (await text(folder, 'data/replies.jsonl')).trimEnd().split('\n');
    const rows: Record<string, string>[] = parse(await text(folder, 'data/replies.csv'), {
      bom: true,
      columns: true,
    });
    expect(json.map(({ id }) => id)).toEqual(shown);
    expect(lines.map((line) => JSON.parse(line) as Published)).toEqual(json);
    expect(rows.map(({ 标识 }) => 标识)).toEqual(shown);
    expect(rows.map(({ 标题 }) => 标题)).toEqual(json.map(({ frontmatter }) => frontmatter.title));
    for (const letter of json) {
      const alone = JSON.parse(await text(folder, `replies/${letter.id}.json`)) as Published;
      expect(letter.body).toBe(alone.body);
      expect(letter.frontmatter).toEqual(alone.frontmatter);
    }
  });

  test(`every record of an edition ${name} keeps the published schema`, async () => {
    const schema = JSON.parse(await text(folder, 'data/reply.schema.json')) as AnySchema;
    const letters = JSON.parse(await text(folder, 'data/replies.json')) as Published[];
    expect(jsonProblems(letters, { type: 'array', items: schema })).toEqual([]);
    expect(jsonProblems([{ ...letters[0], surprise: 1 }], { type: 'array', items: schema })).not.toEqual([]);
  });

  test(`every feed of an edition ${name} keeps its standard`, async () => {
    const atom = await files(folder, /^(?:feed|(?:years|sessions|agencies|kinds)\/.*)\.xml$/);
    const json = await files(folder, /^(?:feed|(?:years|sessions|agencies|kinds)\/.*)\.json$/);
    expect(atom.length).toBe(json.length);
    expect(atom.length).toBeGreaterThan(5);
    for (const path of atom) validateXml(await text(folder, path), 'atom.rng');
    for (const path of json) expect(jsonFeedProblems(JSON.parse(await text(folder, path))), path).toEqual([]);
  });
}

test('an edition with an address tells search engines every page, and browsers its search', async ({
  page,
  open,
}) => {
  const sitemap = await text(editionFolder, 'sitemap.xml');
  validateXml(sitemap, 'sitemap.xsd');
  const pages = await files(editionFolder, /^(?!404|originals\/).*\.html$/);
  const told = Array.from(sitemap.matchAll(/<loc>(.*?)<\/loc>/g), ([, address]) => address);
  expect(told).toEqual(pages.map((path) => `https://archive.example/${path === 'index.html' ? '' : path}`));
  expect(await text(editionFolder, 'robots.txt')).toContain('Sitemap: https://archive.example/sitemap.xml');
  validateXml(await text(editionFolder, 'opensearch.xml'), 'opensearch.rng');
  await open('years.html');
  await expect(page.locator('link[rel=search]')).toHaveAttribute('href', 'opensearch.xml');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://archive.example/years.html',
  );
});

test('an edition without an address has nothing that needs one', async () => {
  expect(await files(corpusEditionFolder, /^(?:sitemap.*|opensearch)\.xml$/)).toEqual([]);
  expect(await text(corpusEditionFolder, 'robots.txt')).not.toContain('Sitemap');
});

test('the HTML of every page is valid', async () => {
  test.setTimeout(120_000);
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // How markup is written, not whether it is right: Astro and rehype write it.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'long-title': 'off',
      // The display settings act as they are chosen.
      'wcag/h32': 'off',
      // GFM aligns the cells of a table so; the policy of the pages forbids inline styles.
      'no-deprecated-attr': 'off',
    },
  });
  const problems: string[] = [];
  for (const path of await files(editionFolder, /^(?!originals\/).*\.html$/)) {
    const { results } = await validator.validateString(await text(editionFolder, path));
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages)
        problems.push(`${path}:${line}:${column} ${ruleId} ${message}`);
  }
  expect(problems).toEqual([]);
});
