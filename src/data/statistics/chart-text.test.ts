import { expect, test } from 'vitest';
import { describeCounts, pickLeading, listCounts } from './chart-text.ts';

const counts = [
  { name: '甲局', count: 4 },
  { name: '乙局', count: 4 },
  { name: '丙局', count: 1 },
];

test('a chart’s message names the greatest counts', () => {
  expect(describeCounts(counts)).toBe('共 9 件；最多的是甲局、乙局，各 4 件。');
  expect(describeCounts(counts.slice(1))).toBe('共 5 件；最多的是乙局，4 件。');
  expect(listCounts(counts)).toBe('甲局 4 件，乙局 4 件，丙局 1 件。');
});

test('values outside the leading ones are summed up in words, and none is lost', () => {
  expect(pickLeading(counts, 1)).toEqual({
    shown: [{ name: '甲局', count: 4 }],
    rest: '图中是件数最多的 1 个，其余 2 个共 5 件，见数据表。',
  });
  expect(pickLeading(counts, 2)).toEqual({ shown: counts });
});
