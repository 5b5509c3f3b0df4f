import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from './check.ts';
import { hostileFiles } from './hostile-files.fixture.ts';

const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-hostile-'));
  write('site.yml', site);
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

test.each(hostileFiles)('$name is an error at its place', async ({ path, text, rule, at }) => {
  write(path, text);
  const { findings } = await checkContent(content);
  const [first] = findings;
  expect(first).toMatchObject({ path: join(content, path), level: 'error', rule });
  expect(`${first?.line ?? 0}:${first?.column ?? 0}`).toBe(at);
  expect(first?.text).toMatch(/\p{Script=Han}.*。/su);
  expect(first?.text.length).toBeLessThan(150);
});

test('content that is only unusual passes', async () => {
  const letter = `---\r\ntitle: 虚构市教育局关于第1号建议的答复 # 注\r\nissuer: "虚构市葛\u{e0100}城局"\r\nissuedOn: 2020-05-06\r\n---\r\n`;
  const rows = Array.from({ length: 1500 }, (_, at) => `| ${at} | *张三 | **乙** | [2019]5号 |`).join('\r\n');
  const bold = '一是**加强**管理，'.repeat(300);
  const cells = '<tr><td><b>甲</b><td>乙\r\n'.repeat(2000);
  const nested = Array.from({ length: 20 }, (_, at) => `${'  '.repeat(at)}- 甲`).join('\r\n');
  const text = [
    '甲代表：',
    '---',
    '* '.repeat(60),
    `${'_'.repeat(80)}年${'_'.repeat(40)}月`,
    `| 甲 | 乙 | 丙 | 丁 |\r\n|---|---|---|---|\r\n${rows}`,
    bold,
    `<table>\r\n${cells}</table>`,
    nested,
    '甲 &amp; 乙 &nbsp; \\&#x202e;',
  ];
  write('replies/2020/a.md', `${letter}\r\n${text.slice(0, -1).join('\r\n\r\n')}\r\n`);
  write('replies/2020/b.md', `${letter}${text.at(-1) ?? ''}\n`);
  write('pages/guide/a-1.md', '---\ntitle: 虚构\ndescription: 虚构\norder: 1.5\n---\n');
  const { findings } = await checkContent(content);
  expect(findings).toEqual([]);
});

test('a file that is no Markdown is a warning: it is not published', async () => {
  write('replies/2020/a.docx', '虚构');
  write('replies/2020/.hidden', '');
  const { findings } = await checkContent(content);
  expect(findings).toMatchObject([{ level: 'warning', rule: 'file-name' }]);
});

test('only the first of many hidden characters are listed, and the rest are counted', async () => {
  write('replies/2020/a.md', `---\ntitle: 甲\nissuer: 乙\n---\n\n${'丙\u200b'.repeat(1000)}\n`);
  const { findings } = await checkContent(content);
  expect(findings).toHaveLength(20);
  expect(findings.at(-1)?.text).toContain('后面还有 980 处');
});
