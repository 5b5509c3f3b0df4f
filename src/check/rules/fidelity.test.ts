import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../check.ts';

const first = '2019/cppcc-12-2-283';
let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-fidelity-'));
  for (const name of [
    'site.yml',
    `replies/${first}.md`,
    `originals/${first}/sample.txt`,
    `originals/${first}/edits.json`,
  ])
    write(name, readFileSync(join('content', name)));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

function write(name: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(content, name)), { recursive: true });
  writeFileSync(join(content, name), bytes);
}

async function edit(
  change: (letter: string) => string,
): Promise<{ level: string; line: number; text: string }[]> {
  const name = `replies/${first}.md`;
  const before = readFileSync(join(content, name), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  write(name, after);
  return (await checkContent(content)).findings.filter(({ rule }) => rule === 'fidelity');
}

test('the first letter differs from its original only as its record says', async () => {
  expect((await checkContent(content)).findings).toEqual([]);
});

test('one changed figure in the body is found, with its line', async () => {
  const findings = await edit((letter) => letter.replace('培训管理人才52人', '培训管理人才25人'));
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every(({ level }) => level === 'error')).toBe(true);
});

test('an added sentence is found', async () => {
  const findings = await edit((letter) => letter.replace('魏兰委员：', '魏兰委员：\n\n本句是后加的。'));
  expect(findings).toMatchObject([{ text: expect.stringContaining('本句是后加的') as string, line: 30 }]);
});

test('a lost paragraph is found', async () => {
  const findings = await edit((letter) => letter.replace(/\n下一步，将继续推进创业孵化基地建设.*\n/, '\n'));
  expect(findings).toMatchObject([{ text: expect.stringContaining('不见了') as string }]);
});

test('a change that the letter declares as a correction is a warning', async () => {
  const findings = await edit((letter) =>
    letter
      .replace('培训管理人才52人', '培训管理人才25人')
      .replace('---\n\n', 'corrections:\n  - on: 2020-01-02\n    note: 培训人数更正为25人\n---\n\n'),
  );
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every(({ level }) => level === 'warning')).toBe(true);
});

test('two paragraphs in another order are found, once', async () => {
  const findings = await edit((letter) => {
    const [head = '', first = '', second = '', ...rest] = letter.split(/\n\n(?=[^#\n])/u);
    return [head, second, first, ...rest].join('\n\n');
  });
  expect(findings).toHaveLength(1);
});

test('without a record of edits nothing can be compared, which is a warning', async () => {
  rmSync(join(content, `originals/${first}/edits.json`));
  expect((await checkContent(content)).findings).toMatchObject([
    { rule: 'fidelity', level: 'warning', text: expect.stringContaining('没有改动记录') as string },
  ]);
});

test('the record of another original is no record of this one', async () => {
  const file = join(content, `originals/${first}/edits.json`);
  const record = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...record, sha256: '0'.repeat(64) }));
  expect((await checkContent(content)).findings).toMatchObject([
    { rule: 'fidelity', level: 'error', text: expect.stringContaining('另一个原件') as string },
  ]);
});

test('a letter whose record of edits is damaged is not trusted', async () => {
  write(`originals/${first}/edits.json`, '{"decoded": 3}');
  expect((await checkContent(content)).findings).toMatchObject([{ rule: 'fidelity', level: 'error' }]);
});
