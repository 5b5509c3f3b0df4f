import { expect, test } from 'vitest';
import { letterBlocks } from '../../markdown/blocks.ts';
import { compareTexts, type SharedBlock } from './common-text-rows.ts';

const [canals, schools, trees] = [
  '今年投资三百二十万元，新建灌渠三条，整修渡槽十一座，新增灌溉面积两千四百亩。',
  '全县八所乡镇学校改造了操场和围墙，配齐了专职保安和一键报警装置，接送通道全部硬化。',
  '完成古树名木普查，挂牌保护四百一十六株，逐株落实管护责任人和日常养护经费。',
];
const compare = (own: string[], other: string[]) =>
  compareTexts(letterBlocks(own.join('\n\n')), letterBlocks(other.join('\n\n')));
const marked = ({ anchor, pieces }: SharedBlock) =>
  `${anchor} ${pieces.map(({ text, passage }) => (passage === undefined ? text : `[${passage}${text}]`)).join('')}`;

test('paragraphs with common text are side by side, in the order of the letter', () => {
  const { rows, passages } = compare(
    [`一是${canals}`, '另有一段。', '又有一段。', trees],
    [trees, schools, canals],
  );
  expect(passages).toBe(2);
  expect(rows.map((row) => row.skipped ?? [marked(row.own), ...row.others.map(marked)])).toEqual([
    [`p1 一是[1${canals.slice(0, -1)}]。`, `p3 [1${canals.slice(0, -1)}]。`],
    2,
    [`p4 [2${trees.slice(0, -1)}]。`, `p1 [2${trees.slice(0, -1)}]。`],
  ]);
});

test('a paragraph of the other letter is shown once, in the first row that has text of it', () => {
  const { rows } = compare([canals, schools], [canals + schools]);
  expect(rows.map((row) => row.skipped ?? row.others.map(({ pieces }) => pieces.length > 0))).toEqual([
    [true],
    [false],
  ]);
});

test('a passage that runs over several paragraphs begins in one of them', () => {
  const { rows } = compare([canals, schools], [canals + schools]);
  const pieces = rows.flatMap((row) => (row.skipped === undefined ? row.own.pieces : []));
  expect(pieces.flatMap(({ begins }) => begins ?? [])).toEqual([true, false]);
});

test('the shares are those of the letters', () => {
  const { share, shareOfOther } = compare([canals], [canals, schools, trees]);
  expect(share).toBe(1);
  expect(shareOfOther).toBeLessThan(0.5);
});
