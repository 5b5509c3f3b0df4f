import { expect, test } from 'vitest';
import { placeCorrections } from './placed-corrections.ts';

test('each correction has an anchor of its own, also the second of a day', () => {
  const corrections = [
    { on: '2021-01-02', note: '甲' },
    { on: '2020-01-02', note: '乙' },
    { on: '2021-01-02', note: '丙' },
  ];
  expect(placeCorrections(corrections).map(({ note, anchor }) => [note, anchor])).toEqual([
    ['甲', 'correction-2021-01-02'],
    ['乙', 'correction-2020-01-02'],
    ['丙', 'correction-2021-01-02-2'],
  ]);
  expect(placeCorrections(undefined)).toEqual([]);
});
