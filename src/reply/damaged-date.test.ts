import { expect, test } from 'vitest';
import { isYearAlone, readDamagedDate } from './damaged-date.ts';

test.each([
  ['2022年6月l6日', ['2022-06-16'], true],
  ['2O24年6月11日', ['2024-06-11'], true],
  ['2024年06月11曰', ['2024-06-11'], true],
  ['二〇二四年六月十一', ['2024-06-11'], true],
  ['二〇二四·六·十一', ['2024-06-11'], true],
  ['2024年6月11日', ['2024-06-11'], false],
  ['2024年6月', [], true],
  ['2024年6月日', [], true],
  ['2O24年13月11日', [], true],
])('%s', (text, readings, damaged) => {
  expect(readDamagedDate(text)).toEqual({ readings, damaged, length: text.length });
});

test.each(['2024年度工作', '云溪市教育局', '2024年6月11日印发', '1560', '20-30'])('%s is no date', (text) => {
  expect(readDamagedDate(text)).toBeUndefined();
});

test('a year alone may be half a date', () => {
  expect(isYearAlone('二〇二四年')).toBe(true);
  expect(isYearAlone('2024年6月')).toBe(false);
});
