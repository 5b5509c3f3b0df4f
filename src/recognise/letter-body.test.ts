import { describe, expect, test } from 'vitest';
import { readBody } from './letter-body.ts';
import { linesOf } from './lines.ts';
import type { HeadingMark } from './marks.ts';

/** The blocks of a letter that consists of the given lines, with depth and text. */
function blocksOf(texts: readonly string[], headings: readonly HeadingMark[] = []) {
  const decoded = texts.join('\n');
  const lines = linesOf(decoded);
  const { value, dropped } = readBody(decoded, lines, {
    ...{ start: { line: 0 }, signature: undefined, end: lines.length },
    ...{ headings, tables: [] },
  });
  return {
    blocks: value.blocks.map(({ depth, at, end }) => [depth, decoded.slice(at, end)]),
    dropped: dropped.map(({ at, end, why }) => [why, decoded.slice(at, end)]),
  };
}

const headingsOf = (...texts: string[]) => blocksOf(texts).blocks;

describe('numbered lines', () => {
  test('are headings up to 60 characters without a sentence', () => {
    const longest = `一、${'青'.repeat(58)}`;
    expect(headingsOf(longest, '正文。')).toEqual([
      [2, longest],
      [undefined, '正文。'],
    ]);
    expect(headingsOf(`${longest}青`, '正文。')[0]).toEqual([undefined, `${longest}青`]);
  });

  test('of a series are paragraphs if one of them is', () => {
    expect(headingsOf('一、概况', '正文。', '二、工作。今年完工。').map(([depth]) => depth)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('of the second level are a new series below each heading of the first', () => {
    const texts = [
      '一、概况',
      '（一）水情',
      '正文。',
      '二、打算',
      '（一）疏浚。已开工。',
      '（二）加固。已完工。',
    ];
    expect(headingsOf(...texts).map(([depth]) => depth)).toEqual([2, 3, undefined, 2, undefined, undefined]);
  });
});

test('a heading of the first level ends the series below, even if the count continues', () => {
  const texts = ['一、概况', '（一）水情', '正文。', '二、打算', '（二）疏浚。已开工。'];
  expect(headingsOf(...texts).map(([depth]) => depth)).toEqual([2, 3, undefined, 2, undefined]);
});

test.each([
  [1, 2],
  [2, 2],
  [3, 3],
])('a heading that the format marks with depth %i has depth %i', (marked, depth) => {
  const mark = { at: 0, end: 4, depth: marked };
  expect(blocksOf(['工作打算', '正文。'], [mark]).blocks[0]).toEqual([depth, '工作打算']);
});

test('page numbers, page notes, approvals and contacts are dropped for their own reasons', () => {
  const texts = ['正文。', '— 2 —', '（此页无正文）', '签发人：某某', '联系电话：0500-0000000', '末段。'];
  expect(blocksOf(texts)).toEqual({
    blocks: [
      [undefined, '正文。'],
      [undefined, '末段。'],
    ],
    dropped: [
      ['page-number', '— 2 —'],
      ['page-note', '（此页无正文）'],
      ['no-field', '签发人：某某'],
      ['private', '联系电话：0500-0000000'],
    ],
  });
});
