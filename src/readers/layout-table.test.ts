import { expect, test } from 'vitest';
import type { Block, Cell, Table } from './block.ts';
import { withoutLayout } from './layout-table.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [text] });
const cell = (...texts: string[]): Cell => ({
  blocks: texts.map(paragraph),
  colspan: 1,
  rowspan: 1,
  header: false,
});
const letter = ['林若水委员：', '您提出的提案收悉，现答复如下：', '已经办理。（虚构）'];

test('a form with a letter in a cell is divided there', () => {
  const above = [cell('提案编号'), cell('077')];
  const below = [cell('联系电话'), cell('无')];
  const table: Table = { type: 'table', rows: [above, [cell('答复内容'), cell(...letter)], below] };
  expect(withoutLayout(table)).toEqual([
    { type: 'table', rows: [above] },
    ...['答复内容', ...letter].map(paragraph),
    { type: 'table', rows: [below] },
  ]);
});

test('a cell that spans into the row of the letter ends above it', () => {
  const spanning = { ...cell('提案'), rowspan: 3 };
  const table: Table = { type: 'table', rows: [[spanning, cell('077')], [cell(...letter)], [cell('附件')]] };
  const [above] = withoutLayout(table);
  expect(above).toEqual({ type: 'table', rows: [[{ ...spanning, rowspan: 1 }, cell('077')]] });
});

test('lines of one paragraph count as its paragraphs', () => {
  const inlines = letter.flatMap((line) => [line, { type: 'break' } as const]);
  const whole: Cell = { ...cell(), blocks: [{ type: 'paragraph', inlines }] };
  const blocks = withoutLayout({ type: 'table', rows: [[cell('答复'), whole]] });
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
});

test('a table of values, one of which mentions an answer, stays a table', () => {
  const table: Table = {
    type: 'table',
    rows: [
      [cell('收悉'), cell('现答复如下')],
      [cell('1'), cell('2')],
    ],
  };
  expect(withoutLayout(table)).toEqual([table]);
});
