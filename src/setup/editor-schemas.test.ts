import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutFrontmatter } from '../content-files/frontmatter-block.ts';
import { schemaFolder, writeSchemas } from './editor-schemas.ts';
import { startLanguageServer, type LanguageServer } from './language-server.fixture.ts';

const root = join(import.meta.dirname, '../..');
const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
  'yaml.schemas': Record<string, string>;
};

let server: LanguageServer;
beforeAll(async () => {
  // As VS Code does, relative paths are of the folder that is open; the letters' schema is for their frontmatter.
  const schemas = { ...settings['yaml.schemas'], './schemas/reply.schema.json': 'content/replies/**/*.yml' };
  server = await startLanguageServer(root, {
    validate: true,
    hover: true,
    completion: true,
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([path, files]) => [`file://${join(root, path)}`, files]),
    ),
  });
}, 60_000);
afterAll(() => {
  server.close();
});

test('the schemas are current; otherwise run node src/setup/editor-schemas.ts', async () => {
  const written = await writeSchemas();
  expect(readdirSync(schemaFolder).sort()).toEqual([...written.keys()].sort());
  for (const [name, text] of written) expect(readFileSync(join(schemaFolder, name), 'utf8')).toBe(text);
});

test('a language server finds nothing wrong in the content of this archive', async () => {
  expect(
    await server.diagnose('content/site.yml', readFileSync(join(root, 'content/site.yml'), 'utf8')),
  ).toEqual([]);
  const letter = readFileSync(join(root, 'content/replies/2019/cppcc-12-2-283.md'), 'utf8');
  expect(await server.diagnose('content/replies/2019/a.yml', cutFrontmatter(letter)?.yaml ?? '')).toEqual([]);
});

test.each([
  ['content/site.yml', 'name: 虚构\ndescription: 虚构\nlicence:\n  name: 虚构\n', 0, 'owner'],
  [
    'content/site.yml',
    'name: 虚构\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\ntitel: 虚构\n',
    5,
    'titel',
  ],
  [
    'content/follow-up/2019/a.yml',
    'records:\n  - sentence: 虚构\n    state: 办理中\n    on: 2020-01-02\n',
    2,
    '已落实',
  ],
  ['content/replies/2019/b.yml', 'title: 虚构\nissuer: 虚构\nissuedOn: 2020年5月6日\n', 2, '日期应写作'],
  ['content/replies/2019/b.yml', 'title: 虚构\nissuer: 虚构\nproposal:\n  number: 15\n', 3, 'string'],
])('a language server reports a mistake in %s at its line (%#)', async (path, text, line, said) => {
  const found = await server.diagnose(path, text);
  expect(found.map(({ range }) => range.start.line)).toEqual([line]);
  expect(found[0]?.message).toContain(said);
});

test('a language server misses no field in a draft, and the same fields in a letter', async () => {
  const path = 'content/replies/2019/c.yml';
  expect(await server.diagnose(path, 'draft: true\nplace: 虚构市\n')).toEqual([]);
  for (const letter of ['place: 虚构市\n', 'draft: false\nplace: 虚构市\n']) {
    const found = (await server.diagnose(path, letter)).map(({ message }) => message).join('\n');
    expect(found).toContain('title');
    expect(found).toContain('issuer');
  }
  // Whatever a draft states is as it is to be.
  expect(await server.diagnose(path, 'draft: true\nissuedOn: 五月\n')).toHaveLength(1);
});

test('a language server describes a field in Chinese, and offers what is missing', async () => {
  const path = 'content/follow-up/2019/b.yml';
  await server.diagnose(path, 'records:\n  - sentence: 虚构\n    state: 进行中\n    \n');
  expect(JSON.stringify(await server.ask('hover', path, 2, 6))).toContain(
    '落实情况：记为已落实的，须有依据或网址',
  );
  const offered = JSON.stringify(await server.ask('completion', path, 3, 4));
  expect(offered).toContain('"evidence"');
  expect(offered).toContain('依据：一两句话');
});
