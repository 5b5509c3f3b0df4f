import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from './check.ts';
import { goodLetter, inForm, inYaml, type Mistake } from './hurried-letters.fixture.ts';
import { inValues } from './hurried-values.fixture.ts';

const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';
const followUp = `records:
  - sentence: 2021年底前建成虚构湖北岸步道
    state: 进行中
    on: 2021-03-15
`;

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-hurried-'));
  write('site.yml', site);
  write(
    'replies/2020/npc-14-2-15.md',
    goodLetter.replace('您好。', '下一步，我局将于2021年底前建成虚构湖北岸步道。'),
  );
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

/** What the check says of a file, one finding a line. */
async function said(path: string, text: string | Buffer): Promise<string[]> {
  write(path, text);
  const { findings } = await checkContent(content, { only: [path] });
  return findings.map((found) => `${found.line}:${found.column} ${found.level} ${found.rule} ${found.text}`);
}

test.each([...inYaml, ...inForm, ...inValues])(
  'a letter with %s gives one clear message',
  async (_, from, to, finding) => {
    const text = goodLetter.replace(from, to);
    expect(text).not.toBe(goodLetter);
    expect(await said('replies/2020/npc-14-2-15.md', text)).toEqual([finding]);
  },
);

test.each([
  [
    'GBK',
    Buffer.from([...Buffer.from('---\ntitle: '), 0xb4, 0xf0, 0xb8, 0xb4, 0x0a]),
    '2:8 error encoding 这里不是 UTF-8 编码，整个文件像是 GBK 编码。请把文件另存为“UTF-8（无 BOM）”。',
  ],
  [
    'UTF-16',
    Buffer.from(`\ufeff${goodLetter}`, 'utf16le'),
    '1:1 error encoding 这个文件是 UTF-16 编码。请另存为“UTF-8（无 BOM）”。',
  ],
  [
    'no text',
    '',
    '1:1 error frontmatter 文件开头没有由两行 --- 围起的文件头（每行恰好是 ---）。请按编辑指南补上。',
  ],
])('a letter in %s gives one clear message', async (_, bytes, finding) => {
  expect(await said('replies/2020/npc-14-2-15.md', bytes)).toEqual([finding]);
});

test('line ends of Windows are no mistake', async () => {
  expect(await said('replies/2020/npc-14-2-15.md', goodLetter.replaceAll('\n', '\r\n'))).toEqual([]);
});

test.each<Mistake>([
  [
    'a state of its own',
    '进行中',
    '办理中',
    '3:12 error schema records（记录）第 1 项的 state（落实情况）：应为 已落实、进行中、未落实 之一。请改正。',
  ],
  [
    'a state without evidence',
    '进行中',
    '已落实',
    '3:12 error schema records（记录）第 1 项的 state（落实情况）：记为已落实，须写明依据（evidence）或依据所在的网址（url）。请改正。',
  ],
  [
    'a date in Chinese',
    '2021-03-15',
    '2021年3月15日',
    '4:9 error schema records（记录）第 1 项的 on（核实日期）：日期应写作 2019-06-10 的形式。是否应为 2021-03-15？',
  ],
  [
    'no list',
    /^ {2}- /m,
    '    ',
    '2:5 error schema records（记录）：应为列表，每项一行，以 - 开头。请改正。',
  ],
  [
    'a Chinese field',
    'state:',
    '落实情况:',
    '3:5 error unknown-field 没有“records（记录）第 1 项的 落实情况”这个字段。是否应为“state”？',
  ],
  [
    'a full-width colon',
    'on: ',
    'on：',
    '4:7 error yaml 写法有误：冒号是全角的，请改成半角冒号，后面空一格。',
  ],
  [
    'a merge conflict',
    /^ {4}on.*$/m,
    '<<<<<<< 甲\n    on: 2021-03-15\n=======\n    on: 2021-03-16\n>>>>>>> 乙',
    '4:1 error merge-conflict 第 4–8 行的合并冲突还没有解决。请在 <<<<<<< 和 >>>>>>> 之间保留一种写法，删去这些标记。',
  ],
  [
    'a sentence that the letter has not',
    '2021年底前建成虚构湖北岸步道',
    '2022年底前建成虚构湖北岸步道',
    '2:15 error follow-up-sentence 本件没有这句承诺。是否应为“下一步，我局将于2021年底前建成虚构湖北岸步道。”？',
  ],
])('follow-up with %s gives one clear message', async (_, from, to, finding) => {
  const text = followUp.replace(from, to);
  expect(text).not.toBe(followUp);
  expect(await said('follow-up/2020/npc-14-2-15.yml', text)).toEqual([finding]);
});

test.each<Mistake>([
  [
    'a full-width colon',
    'owner: ',
    'owner：',
    '3:6 error yaml 写法有误：冒号是全角的，请改成半角冒号，后面空一格。',
  ],
  [
    'a Chinese field',
    'owner:',
    '保管单位:',
    '3:1 error unknown-field 没有“保管单位”这个字段。是否应为“owner”？',
  ],
  [
    'a licence in one line',
    /licence:\n.*\n/,
    'licence: 虚构\n',
    '4:10 error schema licence（许可）：应为若干字段，各占一行，缩进两格。请改正。',
  ],
  [
    'an address without its slash',
    'owner:',
    'url: https://a.example\nowner:',
    '3:6 error schema url（正式网址）：应以 / 结尾。请改正。',
  ],
  ['a tab', '  name', '\tname', '5:1 error yaml 写法有误：缩进用了制表符，请改用空格。'],
])('site.yml with %s gives one clear message', async (_, from, to, finding) => {
  const text = site.replace(from, to);
  expect(text).not.toBe(site);
  expect(await said('site.yml', text)).toEqual([finding]);
});
