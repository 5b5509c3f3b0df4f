import { expect, test } from 'vitest';
import { letterBlocks } from './blocks.ts';
import { bodyTexts } from './read-text.ts';
import type { CellBlock } from './table-block.ts';
import { writeBody } from './write-body.ts';

const cell = (text: string, spans: Partial<CellBlock> = {}): CellBlock => ({
  text,
  colspan: 1,
  rowspan: 1,
  header: false,
  ...spans,
});

const plain = {
  rows: [
    [cell('项目'), cell('数量')],
    [cell('改造|新建\u2028（含续建）'), cell('*3*')],
  ],
};
const merged = {
  rows: [
    [cell('片区', { rowspan: 2 }), cell('公园 <个>', { colspan: 2 })],
    [cell('已建'), cell('在建\u2028A&B')],
    [cell('东湖', { rowspan: 9 }), cell(''), cell('3')],
  ],
};

test('a table without merged cells is one of GFM', () => {
  expect(writeBody([plain])).toBe('| 项目 | 数量 |\n| - | - |\n| 改造\\|新建<br>（含续建） | \\*3\\* |\n');
});

test('a table with merged cells is one of HTML, its top row as header', () => {
  expect(writeBody([{ text: '前' }, merged, { text: '后' }])).toBe(`前

<table>
<tr><th rowspan="2">片区</th><th colspan="2">公园 &#x3C;个></th></tr>
<tr><th>已建</th><th>在建<br>A&#x26;B</th></tr>
<tr><td>东湖</td><td></td><td>3</td></tr>
</table>

后
`);
});

test('header cells stay where the format has them', () => {
  const rows = [[cell('年', { colspan: 2 })], [cell('甲', { header: true }), cell('乙')]];
  expect(writeBody([{ rows }])).toContain(
    '<tr><td colspan="2">年</td></tr>\n<tr><th>甲</th><td>乙</td></tr>',
  );
});

test.each([
  ['GFM', plain, ['项目', '数量', '改造|新建（含续建）', '*3*']],
  ['HTML', merged, ['片区', '公园 <个>', '已建', '在建\nA&B', '东湖', '3']],
])('the cells of a table of %s are read again', (_, table, texts) => {
  expect(bodyTexts(writeBody([table]))).toEqual(texts);
});

test('a table with merged cells is found cell by cell, and keeps its spans on the page', () => {
  expect(letterBlocks(writeBody([merged])).map(({ kind, id, text }) => `${kind} ${id} ${text}`)).toEqual([
    'table t1-1 片区',
    'cell t1-1 公园 <个>',
    'row t1-2 已建',
    'cell t1-2 在建 A&B',
    'row t1-3 东湖',
    'cell t1-3 ',
    'cell t1-3 3',
  ]);
});
