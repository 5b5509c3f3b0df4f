import { expect, it, test } from 'vitest';
import type { MessageCode } from '../record/message-codes.ts';
import { renderBlocks } from './block-text.ts';
import type { Block, Cell, Inline, Paragraph } from './block.ts';

const paragraph = (...inlines: Inline[]): Paragraph => ({ type: 'paragraph', inlines });
const cell = (...blocks: Block[]): Cell => ({ blocks, colspan: 1, rowspan: 1, header: false });
const message = (rule: MessageCode): Inline => ({
  type: 'message',
  message: { level: 'warning', rule, text: '' },
});

it('writes a line per paragraph, without blank paragraphs or lines', () => {
  const { decoded } = renderBlocks([
    paragraph('甲', { type: 'break' }, ' ', { type: 'break' }, '乙'),
    paragraph('\u00A0'),
    paragraph('丙'),
  ]);
  expect(decoded).toBe('甲\n乙\n丙');
});

it('writes a line per row, with tabs between cells and U+2028 between the lines of a cell', () => {
  const table: Block = {
    type: 'table',
    rows: [
      [cell(paragraph('甲'), paragraph('乙\t丙')), cell(), cell(paragraph('丁'))],
      [],
      [cell(paragraph('戊'))],
    ],
  };
  const { decoded, marks } = renderBlocks([paragraph('前'), table, paragraph('后')]);
  expect(decoded).toBe('前\n甲\u2028乙 丙\t\t丁\n戊\n后');
  expect(marks).toMatchObject([
    {
      at: 2,
      length: 10,
      kind: {
        rows: [
          [
            { at: 2, length: 5 },
            { at: 8, length: 0 },
            { at: 9, length: 1 },
          ],
          [],
          [{ at: 11 }],
        ],
      },
    },
  ]);
});

it('drops a table without visible characters but keeps its messages', () => {
  const { decoded, messages } = renderBlocks([
    paragraph('甲'),
    { type: 'table', rows: [[cell(paragraph(' ', message('seal')))]] },
  ]);
  expect(decoded).toBe('甲');
  expect(messages).toMatchObject([{ rule: 'seal', line: 1, column: 2 }]);
});

it('gives messages their line and column, even those of dropped lines', () => {
  const { messages } = renderBlocks([
    paragraph(message('seal')),
    paragraph(
      '甲',
      message('comments'),
      '乙',
      { type: 'break' },
      message('equation'),
      ' ',
      { type: 'break' },
      '丙',
      message('ocr'),
    ),
  ]);
  expect(messages.map(({ rule, line, column }) => [rule, line, column])).toEqual([
    ['seal', 1, 1],
    ['comments', 1, 2],
    ['equation', 2, 1],
    ['ocr', 2, 2],
  ]);
});

test('merges neighbouring dropped paragraphs into one range', () => {
  const { marks } = renderBlocks([
    { ...paragraph('首页'), dropped: 'site-chrome' },
    { ...paragraph('导航'), dropped: 'site-chrome' },
    { ...paragraph('标题'), dropped: 'repeated' },
  ]);
  expect(marks.map(({ at, length }) => [at, length])).toEqual([
    [0, 5],
    [6, 2],
  ]);
});

it('does not merge dropped paragraphs with text between them', () => {
  const { marks } = renderBlocks([
    { ...paragraph('首页'), dropped: 'site-chrome' },
    paragraph('正文'),
    { ...paragraph('导航'), dropped: 'site-chrome' },
  ]);
  expect(marks.map(({ at, length }) => [at, length])).toEqual([
    [0, 2],
    [6, 2],
  ]);
});
