import { expect, test } from 'vitest';
import { formatDay, formatMonth, formatDaySpan, formatMonthAndDay } from './chinese-day.ts';

test('a date has no leading zeros', () => {
  expect(formatDay('2019-06-10')).toBe('2019年6月10日');
  expect(formatDay('2021-12-05')).toBe('2021年12月5日');
});

test('in the list of a year a date has month and day only', () => {
  expect(formatMonthAndDay('2019-06-10')).toBe('6月10日');
  expect(formatMonth('2019-10-01')).toBe('10月');
});

test('a span names a shared day or year once', () => {
  expect(formatDaySpan('2019-06-10', '2019-06-10')).toBe('2019年6月10日');
  expect(formatDaySpan('2019-03-01', '2019-06-10')).toBe('2019年3月1日至6月10日');
  expect(formatDaySpan('2018-03-01', '2019-06-10')).toBe('2018年3月1日至2019年6月10日');
});
