import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkContent } from '../check.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-addresses-'));
  write('site.yml', 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-12-01T12:00:00+08:00') / 1000));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(content, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
function letter(id: string, more = '', body = '\n甲代表：\n'): void {
  write(`replies/${id}.md`, `---\ntitle: 答复（虚构）\nissuer: 虚构局\n${more}---\n${body}`);
}
const withdrawal = 'withdrawn:\n  on: 2026-11-30\n  reason: 虚构的原因\n';

async function check(...former: string[]): Promise<string[]> {
  const { findings } = await checkContent(content, { former: new Set(former) });
  return findings.map(({ path, line, column, level, rule, text }) => {
    const file = path.slice(path.startsWith(content) ? content.length + 1 : 0);
    return `${file}:${line}:${column} ${level} ${rule} ${text}`;
  });
}

test('a letter that is there, was renamed or was withdrawn keeps its address', async () => {
  letter('2019/a');
  letter('2019/b', 'aliases: [2018/b]\n');
  letter('2019/c', `aliases: [2018/c]\n${withdrawal}`, '');
  letter('2019/d', 'publishFrom: 2026-12-01\n');
  const ids = ['2019/a', '2018/b', '2019/b', '2018/c', '2019/c', '2019/d'];
  expect(await check(...ids.map((id) => `replies/${id}.html`))).toEqual([]);
});

test('what is no page of a letter or of an editor may go', async () => {
  const gone = ['years/2019.html', 'agencies/a-2.html', 'policies/b.html', 'index.html', 'statistics.html'];
  const files = [
    'replies/2019/a.md',
    'replies/2019/a.compare.html',
    'replies/2019/a.same.html',
    'favicon.svg',
  ];
  expect(await check(...gone, ...files, 'originals/2019/a/a.pdf', 'assets/site.css')).toEqual([]);
});

test('a letter that is gone is named with its address and what to do', async () => {
  letter('2019/other');
  expect(await check('replies/2019/npc-16-2-77.html')).toEqual([
    'replies/2019/npc-16-2-77.md:1:1 error published-address 网址 replies/2019/npc-16-2-77.html 公布过，现在没有了。改了名的，请在新文件的文件头写 aliases: [2019/npc-16-2-77]；不再公开的，请恢复这个文件，写 withdrawn（日期和原因），并删去正文和原件。',
  ]);
});

test('a new letter with nearly the same name is offered as the renamed one', async () => {
  letter('2019/npc-16-2-0077');
  letter('2019/npc-16-2-78');
  const found = await check('replies/2019/npc-16-2-77.html', 'replies/2019/npc-16-2-78.html');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('改名为 replies/2019/npc-16-2-0077.md 了吗？');
});

test.each([
  ['aliases: [2018/a]\ndraft: true\n', '5:8', '现在是草稿'],
  ['disclosure: 依申请公开\naliases: [2018/a]\n', '4:13', '公开方式现在是“依申请公开”'],
  ['aliases: [2018/a]\npublishFrom: 2026-12-02\n', '5:14', '现在要到以后才公开'],
])('a letter that is hidden by %s is named at that place', async (fields, place, said) => {
  letter('2019/a', fields);
  const found = await check('replies/2018/a.html', 'replies/2019/a.html');
  expect(found).toHaveLength(2);
  expect(found.every((line) => line.startsWith(`replies/2019/a.md:${place} error published-address`))).toBe(
    true,
  );
  expect(found.join('\n')).toContain(said);
});

test('of a letter with an error nothing but that error is said', async () => {
  write('replies/2019/a.md', '---\ntitle: 答复（虚构）\n---\n');
  expect(await check('replies/2019/a.html')).toEqual([expect.stringContaining('缺少必填字段 issuer')]);
});

test('a page by an editor that is gone is named', async () => {
  write('pages/about.md', '---\ntitle: 关于\ndescription: 虚构\norder: 1\n---\n');
  expect(await check('about.html', 'guide/old.html')).toEqual([
    expect.stringMatching(/^pages\/guide\/old\.md:1:1 error published-address 网址 guide\/old\.html 公布过/u),
  ]);
});
