import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../check.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-withdrawn-'));
  write('site.yml', 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n');
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

function withdraw(more = '', body = '', withdrawal = '\n  on: 2021-02-03\n  reason: 虚构的原因'): void {
  const head = `title: 答复（虚构）\nissuer: 虚构局\n${more}withdrawn:${withdrawal}\n`;
  write('replies/2019/a.md', `---\n${head}---\n${body}`);
}

async function check(): Promise<string[]> {
  const { findings } = await checkContent(content);
  return findings.map(({ path, line, column, level, rule, text }) => {
    const file = path.slice(path.lastIndexOf('/2019/') + 1);
    return `${file}:${line}:${column} ${level} ${rule} ${text}`;
  });
}

test('a withdrawn letter of which only the frontmatter is left is in order', async () => {
  withdraw('issuedOn: 2019-05-06\n', '\n \n');
  expect(await check()).toEqual([]);
});

test('text that is left is named with its place', async () => {
  withdraw('', '\n\n甲代表：\n');
  expect(await check()).toEqual([
    expect.stringMatching(/^2019\/a\.md:10:1 error withdrawn .*请删去文件头以下/u),
  ]);
});

test('a source that is left is named, and nothing else is said of the missing original', async () => {
  withdraw('source:\n  url: https://agency.example/a\n');
  expect(await check()).toEqual([expect.stringMatching(/^2019\/a\.md:5:3 error withdrawn .*请删去 source/u)]);
});

test('received files that are left are named once', async () => {
  withdraw();
  write('originals/2019/a/收文.txt', '虚构');
  write('originals/2019/a/edits.json', '{}');
  expect(await check()).toEqual([
    expect.stringMatching(/^2019\/a\.md:5:3 error withdrawn .*请删去文件夹 originals\/2019\/a\//u),
  ]);
});

test('a record of commitments that is left is named once', async () => {
  withdraw();
  write('follow-up/2019/a.yml', 'records:\n  - sentence: 建成\n    state: 进行中\n    on: 2021-01-02\n');
  expect(await check()).toEqual([
    expect.stringMatching(/^2019\/a\.md:5:3 error withdrawn .*请删去 follow-up\/2019\/a\.yml/u),
  ]);
});

test.each([
  [' true', '4:12 error schema withdrawn（撤回）：应为若干字段'],
  ['\n  on: 2021-02-03', '5:3 error schema 缺少必填字段 withdrawn.reason'],
  ['\n  on: 2021-02-30\n  reason: 虚构', '5:7 error schema withdrawn.on（撤回日期）：没有这一天'],
  [
    '\n  on: 2021-02-03\n  reson: 虚构',
    '6:3 error unknown-field 没有“withdrawn.reson”这个字段。是否应为“reason”',
  ],
])('a withdrawal of%s is refused with its place', async (withdrawal, said) => {
  withdraw('', '', withdrawal);
  expect((await check()).join('\n')).toContain(`2019/a.md:${said}`);
});
