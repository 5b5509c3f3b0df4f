import { expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
import { foldBlocks } from './folded-text.ts';
import { placePassages } from './placed-passages.ts';

const place = (body: string, ...passages: { from: number; length: number }[]) => {
  const blocks = letterBlocks(body);
  return placePassages(blocks, foldBlocks(blocks), passages).map(({ passage, block, from, to }) => [
    passage,
    blocks[block]?.id,
    blocks[block]?.text.slice(from, to),
  ]);
};

test('a passage has its punctuation, but none around it', () => {
  expect(place('前文，甲 乙、丙。后文', { from: 2, length: 3 })).toEqual([[1, 'p1', '甲 乙、丙']]);
});

test('a passage over several blocks has a part in each', () => {
  expect(place('## 标题\n\n甲乙。\n\n丙丁。', { from: 1, length: 4 })).toEqual([
    [1, 's1', '题'],
    [1, 'p1', '甲乙'],
    [1, 'p2', '丙'],
  ]);
});

test('parts come in reading order, with the numbers of their passages', () => {
  expect(place('甲乙丙丁', { from: 2, length: 2 }, { from: 0, length: 1 })).toEqual([
    [2, 'p1', '甲'],
    [1, 'p1', '丙丁'],
  ]);
});

test('a character of two units is never cut', () => {
  // 𠮷 and 𠮸 begin with the same unit.
  expect(place('甲𠮷乙', { from: 0, length: 2 }, { from: 2, length: 2 })).toEqual([
    [1, 'p1', '甲'],
    [2, 'p1', '乙'],
  ]);
});
