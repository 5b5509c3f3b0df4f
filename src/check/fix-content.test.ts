import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from './check.ts';
import { fixContent } from './fix-content.ts';

const example = '2019/cppcc-12-2-283';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-fix-'));
  for (const path of ['site.yml', `replies/${example}.md`, `originals/${example}`])
    cpSync(join('content', path), join(content, path), { recursive: true });
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

const read = (path: string) => readFileSync(join(content, path), 'utf8');
function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
const letter = `replies/${example}.md`;

test('several mistakes of one letter are mended at once, and the letter is as it was', async () => {
  const good = read(letter);
  write(
    letter,
    `\ufeff${good
      .replace('issuer: ', 'issuer：')
      .replace('2019-06-10', '2019年6月10日')
      .replace('"283"', '283')
      .replace('term: 12', 'term: 十二')
      .replace('\n---\n\n', '\n---  \n\n')
      .replace('## 一、', '# 一、')}`,
  );
  const fixed = await fixContent(content);
  expect(fixed.map(({ rule }) => rule)).toEqual([
    'encoding',
    'frontmatter',
    'yaml',
    'schema',
    'schema',
    'schema',
    'heading-order',
  ]);
  expect(read(letter)).toBe(good);
  expect((await checkContent(content)).findings).toEqual([]);
});

test('what the original says is not changed without a record of it', async () => {
  const record = JSON.parse(read(`originals/${example}/edits.json`)) as {
    decoded: string;
    edits: { before: string; after: string }[];
  };
  expect(record.decoded).toContain('吉发改议');
  // A record in which the brackets of the number were never changed, as in an original that has them so.
  const bracketed = record.decoded.replace('吉发改议〔2019〕', '吉发改议[2019]');
  write(`originals/${example}/edits.json`, JSON.stringify({ ...record, decoded: bracketed }));
  write(
    letter,
    read(letter).replace('documentNumber: 吉发改议〔2019〕5号', 'documentNumber: "吉发改议[2019]5号"'),
  );
  const before = read(letter);
  expect((await checkContent(content)).findings).toMatchObject([{ rule: 'document-number' }]);
  expect(await fixContent(content)).toEqual([]);
  expect(read(letter)).toBe(before);
});

test('a letter without an original has its number written as the standard has it', async () => {
  write(
    'replies/2020/a.md',
    '---\ntitle: 虚构的答复\ndocumentNumber: 虚教【2020】5号\nissuer: 虚构市教育局\n---\n\n甲代表：\n',
  );
  expect(await fixContent(content, ['replies/2020/a.md'])).toMatchObject([{ rule: 'document-number' }]);
  expect(read('replies/2020/a.md')).toContain('documentNumber: 虚教〔2020〕5号\n');
});

test('site.yml, pages and records of commitments are mended, too', async () => {
  write('site.yml', read('site.yml').replace('owner: ', 'owner：'));
  write('pages/a.md', '---\ntitle: 虚构\ndescription: 虚构\norder：1\n---\n');
  write(`follow-up/${example}.yml`, 'records:\n  - sentence: 虚构\n    state：未落实\n    on: 2020/1/2\n');
  const fixed = await fixContent(content);
  expect(fixed.map(({ rule }) => rule)).toEqual(['yaml', 'yaml', 'yaml', 'schema']);
  expect(read(`follow-up/${example}.yml`)).toContain('    state: 未落实\n    on: 2020-01-02\n');
});

test('a file of another encoding and one behind a link are left alone', async () => {
  const bytes = Buffer.from([...Buffer.from('---\ntitle：'), 0xb4, 0xf0]);
  write('replies/2020/a.md', bytes);
  expect(await fixContent(content)).toEqual([]);
  expect(readFileSync(join(content, 'replies/2020/a.md'))).toEqual(bytes);
  rmSync(join(content, 'replies/2020/a.md'));
  const outside = join(content, '..', `${content.split('/').at(-1) ?? ''}-outside.md`);
  writeFileSync(outside, '---\ntitle：虚构\n---\n');
  symlinkSync(outside, join(content, 'replies/2020/b.md'));
  expect(await fixContent(content)).toEqual([]);
  expect(readFileSync(outside, 'utf8')).toBe('---\ntitle：虚构\n---\n');
  rmSync(outside);
});

test('nothing but the files themselves is left behind', async () => {
  write('site.yml', read('site.yml').replace('owner: ', 'owner：'));
  const before = readdirSync(content).sort();
  await fixContent(content);
  expect(readdirSync(content).sort()).toEqual(before);
});
