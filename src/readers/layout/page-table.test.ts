import { expect, test } from 'vitest';
import { drawnPage, fullLine, ruledGrid, runningText, setLine } from './drawn-page.fixture.ts';
import type { DrawnPage, Glyph } from './drawn-page.ts';
import { toPageText } from './page-text.ts';

/** The tables of some pages, their cells as texts; header cells begin with #. */
function tablesOf(...pages: DrawnPage[]): string[][][] {
  const { decoded, marks } = toPageText(pages);
  return marks.flatMap(({ kind }) =>
    kind.type === 'table'
      ? [
          kind.rows.map((row) =>
            row.map(({ at, length, header }) => (header ? '#' : '') + decoded.slice(at, at + length)),
          ),
        ]
      : [],
  );
}

/** Rows of texts, one below the other. */
function alignedRows(rows: readonly string[][], top = 400, pitch = 28): Glyph[][] {
  return rows.flatMap((row, index) =>
    row.map((text, column) => setLine(100 + column * 150, top + index * pitch, text)),
  );
}

/** The texts of a ruled table with two columns from 80 to 280 and 480. */
function ruledCells(top: number, texts: readonly string[]): Glyph[][] {
  return texts.map((text, index) => setLine(90 + 200 * (index % 2), top + 20 + 30 * (index >> 1), text));
}

const columns = [80, 280, 480];
const rows = [
  ['县区', '学校', '时间'],
  ['青禾县', '12', '9月'],
  ['望溪区', '5', '10月'],
];

test('aligned segments are a table without ruling lines', () => {
  expect(tablesOf(drawnPage([...runningText(100), ...alignedRows(rows)]))).toEqual([rows]);
});

test('two aligned rows are not a table', () => {
  const page = drawnPage([...runningText(100), ...alignedRows(rows.slice(0, 2))]);
  expect(tablesOf(page)).toEqual([]);
  expect(toPageText([page]).decoded).toBe(`${fullLine.repeat(6)}\n县区 学校 时间\n青禾县 12 9月\n`);
});

test('aligned rows far apart are not a table', () => {
  expect(tablesOf(drawnPage([...runningText(100), ...alignedRows(rows, 400, 49)]))).toEqual([]);
});

test('segments that reach into another column are not a table', () => {
  const withSecond = (text: string) =>
    drawnPage([
      ...alignedRows([['县区', '学校', '时间安排和说明']]),
      ...[428, 456].flatMap((y) => [
        setLine(100, y, '青禾县'),
        setLine(240, y, text),
        setLine(460, y, '9月'),
      ]),
    ]);
  expect(tablesOf(withSecond('十二所学校'))).toHaveLength(1);
  expect(tablesOf(withSecond('十二所学校和四所幼儿园'))).toEqual([]);
});

test('a ruled table continues on the next page', () => {
  const first = drawnPage(
    [...runningText(100), ...ruledCells(700, ['县区', '学校', '青禾县', '12'])],
    ruledGrid(columns, 700, 2),
  );
  const second = drawnPage(
    [...ruledCells(80, ['望溪区', '5', '云溪区', '6']), ...runningText(300)],
    ruledGrid(columns, 80, 2),
  );
  expect(tablesOf(first, second)).toEqual([
    [
      ['#县区', '#学校'],
      ['青禾县', '12'],
      ['#望溪区', '#5'],
      ['云溪区', '6'],
    ],
  ]);
});

test('a table with other columns on the next page is another table', () => {
  const next = (shift: number) =>
    drawnPage(ruledCells(80, ['望溪区', '5', '云溪区', '6']), ruledGrid([80, 280 + shift, 480], 80, 2));
  const first = drawnPage(ruledCells(700, ['县区', '学校', '青禾县', '12']), ruledGrid(columns, 700, 2));
  expect(tablesOf(first, next(2))).toHaveLength(1);
  expect(tablesOf(first, next(4))).toHaveLength(2);
});

test('tables one below the other, or with a page between, are two tables', () => {
  const [upper, lower] = [100, 300].map((top) => ({
    cells: ruledCells(top, ['县区', '学校', '青禾县', '12']),
    lines: ruledGrid(columns, top, 2),
  }));
  if (!upper || !lower) throw new Error('no tables');
  expect(
    tablesOf(drawnPage([...upper.cells, ...lower.cells], [...upper.lines, ...lower.lines])),
  ).toHaveLength(2);
  const page = drawnPage(upper.cells, upper.lines);
  expect(tablesOf(page, drawnPage([]), page)).toHaveLength(2);
});

test('a frame with fewer than three filled cells is not a table', () => {
  const grid = ruledGrid(columns, 300, 2);
  const page = (texts: string[]) => drawnPage([...runningText(100), ...ruledCells(300, texts)], grid);
  expect(tablesOf(page(['同意', '不同意']))).toEqual([]);
  expect(tablesOf(page(['同意', '不同意', '弃权']))).toHaveLength(1);
});

test('the only row of a ruled table is not a header', () => {
  const cells = ['县区', '学校', '时间'].map((text, column) => setLine(90 + 130 * column, 320, text));
  expect(tablesOf(drawnPage(cells, ruledGrid([80, 210, 340, 470], 300, 1)))).toEqual([
    [['县区', '学校', '时间']],
  ]);
});
