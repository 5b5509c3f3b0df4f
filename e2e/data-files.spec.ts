import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AnySchema } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { jsonFeedProblems, jsonProblems, validateXml } from '../src/data/standards/validate.fixture.ts';
import { corpusEditionFolder, editionFolder, expect, test } from './support/edition.fixture.ts';
import { filesIn, lettersIn, textIn } from './support/published-files.fixture.ts';

test.skip(({ transport }) => transport === 'file', 'files are the same on any transport');

interface Published {
  id: string;
  frontmatter: { title: string };
  body: string;
  links: Record<string, string>;
}

/** Unpacks the records as any program would. */
async function recordsIn(folder: string): Promise<Published[]> {
  const lines = gunzipSync(await readFile(join(folder, 'data/replies.jsonl.gz'))).toString();
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Published);
}

const editions = { 'with an address': editionFolder, 'of many letters, without one': corpusEditionFolder };

for (const [name, folder] of Object.entries(editions)) {
  test(`the open data of an edition ${name} are its complete letters`, async () => {
    const shown = (await lettersIn(folder)).sort();
    const records = await recordsIn(folder);
    const rows: Record<string, string>[] = parse(await textIn(folder, 'data/replies.csv'), {
      bom: true,
      columns: true,
    });
    expect(records.map(({ id }) => id)).toEqual(shown);
    expect(rows.map(({ 标识 }) => 标识)).toEqual(shown);
    expect(rows.map(({ 标题 }) => 标题)).toEqual(records.map(({ frontmatter }) => frontmatter.title));
    for (const { id, body, links } of records) {
      const committed = await textIn(folder, `replies/${id}.md`);
      expect(committed.trimEnd().endsWith(body.trimEnd()), id).toBe(true);
      for (const link of Object.values(links))
        await expect(readFile(join(folder, 'data', decodeURIComponent(link)))).resolves.toBeTruthy();
    }
  });

  test(`every record of an edition ${name} conforms to the published schema`, async () => {
    const schema = JSON.parse(await textIn(folder, 'data/reply.schema.json')) as AnySchema;
    const letters = await recordsIn(folder);
    expect(jsonProblems(letters, { type: 'array', items: schema })).toEqual([]);
    expect(jsonProblems([{ ...letters[0], surprise: 1 }], { type: 'array', items: schema })).not.toEqual([]);
  });

  test(`every feed of an edition ${name} conforms to its standard`, async () => {
    const atom = await filesIn(folder, /^(?:feed|commitments|(?:years|sessions|agencies|kinds)\/.*)\.xml$/);
    const json = await filesIn(folder, /^(?:feed|commitments|(?:years|sessions|agencies|kinds)\/.*)\.json$/);
    expect(atom.length).toBe(json.length);
    expect(atom.length).toBeGreaterThan(5);
    for (const path of atom) validateXml(await textIn(folder, path), 'atom.rng');
    for (const path of json)
      expect(jsonFeedProblems(JSON.parse(await textIn(folder, path))), path).toEqual([]);
  });
}

test('an edition without an address has no files that need one', async () => {
  expect(await filesIn(corpusEditionFolder, /^(?:sitemap.*|opensearch)\.xml$/)).toEqual([]);
  expect(await textIn(corpusEditionFolder, 'robots.txt')).not.toContain('Sitemap');
});

test('the HTML of every page is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Style of markup, not validity: Astro and rehype write it.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'long-title': 'off',
      // The display settings take effect immediately.
      'wcag/h32': 'off',
      // GFM aligns the cells of a table with it; the pages' policy forbids inline styles.
      'no-deprecated-attr': 'off',
    },
  });
  const problems: string[] = [];
  for (const path of await filesIn(editionFolder, /^(?!originals\/).*\.html$/)) {
    const { results } = await validator.validateString(await textIn(editionFolder, path));
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages)
        problems.push(`${path}:${line}:${column} ${ruleId} ${message}`);
  }
  expect(problems).toEqual([]);
});
