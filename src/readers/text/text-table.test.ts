import { expect, it, test } from 'vitest';
import { readText } from './text.ts';

/** The tables found in a text, their cells as texts. */
function tables(...lines: string[]): string[][][] {
  const { decoded, marks } = readText(Buffer.from(lines.join('\n')));
  return marks.flatMap(({ kind }) =>
    kind.type === 'table'
      ? [kind.rows.map((row) => row.map(({ at, length }) => decoded.slice(at, at + length)))]
      : [],
  );
}

const rows = [
  ['片区', '车位（个）'],
  ['东片区', '120'],
  ['西片区', '30'],
];

it.each([
  ['pipes', ['| 片区 | 车位（个） |', '| --- | ---: |', '| 东片区 | 120 |', '|西片区|30|']],
  ['inner pipes', ['片区｜车位（个）', '东片区｜120', '西片区｜30']],
  ['tabs', ['片区\t车位（个）', '东片区\t120', '西片区\t30']],
  ['spaces', ['  片区      车位（个）', '  东片区           120', '  西片区            30']],
])('finds a table typed with %s', (_, lines) => {
  expect(tables('情况如下：', ...lines, '下一步，继续推进。')).toEqual([rows]);
});

test.each([
  ['one row', ['东片区\t120']],
  ['rows of different length', ['东片区\t120', '西片区\t30\t在建']],
  ['sentences', ['已建成。\t下一步推进。', '已投用。\t下一步推广。']],
  ['labels', ['发布机构：青禾县\t发布日期：2021年', '文号：无\t主题词：建议']],
  ['names in columns', ['林若水  何知远  陈望之', '周明军  胡丽秀  李建静']],
  ['numbers without headings', ['2019    120', '2020    130']],
  ['columns that are not aligned', ['片区      车位数量', '东片区              120']],
  ['signatures side by side', ['青禾县水务局    青禾县财政局', '2021年6月18日    2021年6月18日']],
])('%s are not a table', (_, lines) => {
  expect(tables(...lines)).toEqual([]);
});

test.each([
  ['left edges', ['片区    车位数', '东片区  120']],
  ['right edges', ['片区    车位数量', '东片区       120']],
  ['middles', ['片区      车位数量', '东片区      1200']],
])('columns may be aligned at their %s', (_, lines) => {
  expect(tables(...lines)).toHaveLength(1);
});

test('a row of gaps has at most 40 columns', () => {
  const table = (count: number) =>
    ['甲', '12'].map((text) => Array.from({ length: count }, () => text).join('  '));
  expect(tables(...table(40))).toHaveLength(1);
  expect(tables(...table(41))).toEqual([]);
});

test('a cell has at most 60 characters', () => {
  const table = (length: number) => ['字'.repeat(length), '字'].map((text) => `${text}\t1`);
  expect(tables(...table(60))).toHaveLength(1);
  expect(tables(...table(61))).toEqual([]);
});
