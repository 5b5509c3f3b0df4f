import { expect, test } from 'vitest';
import { convert } from './convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { readText } from '../readers/text.ts';

/** The tables found in a text, with their cells as texts. */
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

test.each([
  ['pipes', ['| 片区 | 车位（个） |', '| --- | ---: |', '| 东片区 | 120 |', '|西片区|30|']],
  ['inner pipes', ['片区｜车位（个）', '东片区｜120', '西片区｜30']],
  ['tabs', ['片区\t车位（个）', '东片区\t120', '西片区\t30']],
  ['spaces', ['  片区      车位（个）', '  东片区           120', '  西片区            30']],
])('a table typed with %s is recognised', (_, lines) => {
  expect(tables('情况如下：', ...lines, '下一步，继续推进。')).toEqual([rows]);
});

test.each([
  ['one row', ['东片区\t120']],
  ['rows of different length', ['东片区\t120', '西片区\t30\t在建']],
  ['sentences', ['已建成。\t下一步推进。', '已投用。\t下一步推广。']],
  ['labels', ['发布机构：青禾县\t发布日期：2021年', '文号：无\t主题词：建议']],
  ['names in columns', ['林若水  何知远  陈望之', '周明军  胡丽秀  李建静']],
  ['signatures side by side', ['青禾县水务局    青禾县财政局', '2021年6月18日    2021年6月18日']],
])('%s are not a table', (_, lines) => {
  expect(tables(...lines)).toEqual([]);
});

test('a typed table becomes a table of the letter, and its pipes are dropped as layout', async () => {
  const text = [
    '关于对县政协八届三次会议第64号提案的答复',
    '林若水委员：',
    '您提出的《关于建设停车场的提案》收悉，现答复如下（虚构）：',
    '| 片区 | 车位（个） |',
    '| --- | ---: |',
    '| 东片区 | 120 |',
    '| 西片区 | |',
    '下一步，继续推进。',
    '青禾县城市管理局',
    '2019年7月12日',
  ].join('\n');
  const { record } = await convert(Buffer.from(text), 'letter.txt');
  expect(record.body).toContain('| 片区 | 车位（个） |\n| - | - |\n| 东片区 | 120 |\n| 西片区 | |\n');
  expect(new Set(record.dropped.map(({ why }) => why))).toEqual(new Set(['layout']));
  expect(record.frontmatter.signatories).toEqual(['青禾县城市管理局']);
  expect(fidelityBreaks(record, record)).toEqual([]);
});
