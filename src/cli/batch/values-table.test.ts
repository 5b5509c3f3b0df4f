import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { statedValues } from './stated-values.ts';
import { readValuesTable, type ValuesTable } from './values-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'dafu-values-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const files = ['收文/甲.txt', '收文/乙.pdf', '旧/乙.pdf'];

async function read(text: string | Uint8Array): Promise<ValuesTable | string[]> {
  const path = join(folder, 'table.csv');
  writeFileSync(path, text);
  const table = await readValuesTable(path, files);
  return 'faults' in table
    ? table.faults.map(({ line, column, text: said }) => `${line}:${column} ${said}`)
    : table;
}

test('it states values by file and by field, in English or Chinese, and those of all files', async () => {
  const rows = [
    'file,标题,proposal.number,成文日期,分类',
    '甲.txt,"关于""河"",河的答复",012,2020年9月7日,"水利\n农业"',
    '',
    '旧/乙.pdf,,7,,',
    ' ,,,2020-01-02,',
  ];
  for (const text of [rows.join('\n'), `\uFEFF${rows.join('\r\n')}\r\n`]) {
    const table = await read(text);
    if (Array.isArray(table)) throw new Error(table.join('\n'));
    const at = statedValues(3, { issuer: '青禾县水务局' }, table);
    expect(at(0).own).toEqual({
      title: '关于"河",河的答复',
      'proposal.number': '012',
      issuedOn: '2020年9月7日',
      categories: '水利\n农业',
    });
    expect(at(0).placeOf('issuedOn')).toMatchObject({ line: 2, column: 26 });
    expect(at(1).own).toEqual({});
    expect(at(2).own).toEqual({ 'proposal.number': '7' });
    expect(at(2).shared).toEqual({ issuedOn: '2020-01-02', issuer: '青禾县水务局' });
    expect(at(2).placeOf('proposal.number')).toMatchObject({ line: 5, column: 10 });
  }
});

test('it lists further pages, beside the first or by their paths; a page twice or for every file is a fault', async () => {
  const table = await read('file,各页\n甲.txt,甲2.png;收文/甲3.png\n');
  if (Array.isArray(table)) throw new Error(table.join('\n'));
  expect(table.rows.get(0)?.pages).toEqual([
    join('收文', '甲2.png'),
    relative('', join(folder, '收文/甲3.png')),
  ]);
  expect(await read('file,pages\n甲.txt,a.png；a.png\n,b.png\n')).toEqual([
    expect.stringMatching(/^2:7 同一页写了两次/u),
    expect.stringMatching(/^3:2 各页只能写在一件答复的行里/u),
  ]);
});

test('of a single file the command line knows better than the table', async () => {
  const table = await read('file,title,issuer\n甲.txt,表里的标题,表里的机关\n');
  if (Array.isArray(table)) throw new Error(table.join('\n'));
  const one = statedValues(1, { title: '给出的标题' }, table)(0);
  expect(one.own).toEqual({ title: '给出的标题', issuer: '表里的机关' });
  expect(one.placeOf('title')).toBeUndefined();
});

test.each<[string, string | Uint8Array, string[]]>([
  [
    'an unknown column',
    'file,isuer,颜色\n',
    ['1:6 没有“isuer”这个字段。是否应为“issuer”？', '1:12 没有“颜色”这个字段。可用的列：file、title、issuer'],
  ],
  ['a column that is there twice', 'file,title,标题\n', ['1:12 “标题”这一列重复了。请只留一列。']],
  ['no column for files', 'title\n某标题\n', ['1:1 第一行没有 file（文件）这一列。']],
  ['nothing', '', ['1:1 第一行没有 file（文件）这一列。']],
  [
    'files that there are none of, or several',
    'file,title\n丙.txt,某标题\n乙.pdf,某标题\n',
    ['2:1 命令里没有“丙.txt”这个文件。', '3:1 有几个文件都叫“乙.pdf”。请写出路径，例如 旧/乙.pdf。'],
  ],
  [
    'a row that is there twice',
    'file,title\n甲.txt,某\n收文/甲.txt,某\n,某\n,某\n',
    ['3:1 “收文/甲.txt”在第 2 行已经有了。', '5:1 没有文件名、为各件共用的行在第 4 行已经有了。'],
  ],
  [
    'wrong values',
    'file,issuedOn,role\n甲.txt,2020-02-30,协办\n',
    [
      '2:7 “2020-02-30”不合要求。成文日期：没有这一天。',
      '2:18 “协办”不合要求。办理类型：应为 主办、会办 之一。',
    ],
  ],
  ['more cells than columns', 'file,title\n甲.txt,某标题,又\n', ['2:11 这一格在最后一列之外。']],
  ['a quotation mark too many', 'file,title\n甲.txt,"某标题\n', ['2:1 引号没有配对。']],
  [
    'GBK',
    Buffer.concat([Buffer.from('file,title\na.txt,'), Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0x0a])]),
    ['2:7 这里不是 UTF-8 编码，整个文件像是 GBK 编码。请用 Excel 或 WPS 另存为“CSV UTF-8'],
  ],
  ['UTF-16', Buffer.from('\uFEFFfile\n', 'utf16le'), ['1:1 这个文件是 UTF-16 编码。请用 Excel']],
  ['a megabyte', 'x'.repeat(2 ** 20 + 1), ['1:1 表格超过 1 MB。']],
])('%s is named by line and column', async (_, text, said) => {
  const faults = await read(text);
  if (!Array.isArray(faults)) throw new Error('it was read');
  expect(faults.length).toBe(said.length);
  for (const [index, fault] of faults.entries())
    expect(fault.startsWith(said[index] ?? '?'), fault).toBe(true);
});
