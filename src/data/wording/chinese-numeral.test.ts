import { expect, test } from 'vitest';
import { formatChineseNumeral } from './chinese-numeral.ts';

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [31, '三十一'],
  [99, '九十九'],
])('%i is written %s', (count, written) => {
  expect(formatChineseNumeral(count)).toBe(written);
});

test('a number beyond the range of assemblies stays Arabic', () => {
  expect(formatChineseNumeral(100)).toBe('100');
});
