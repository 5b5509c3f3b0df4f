import { expect, test } from 'vitest';
import { compareOutcomes, isOutcome, outcomeClass } from './outcome-class.ts';

test('a class is a letter, with or without a digit, or one of the first four stems', () => {
  for (const value of ['A', 'A1', 'Z9', '甲', '丁']) expect(outcomeClass.test(value)).toBe(true);
  for (const value of ['a', 'A12', 'A-1', '戊', '甲1', 'AB', ''])
    expect(outcomeClass.test(value)).toBe(false);
});

test('classes are in the order of their scale', () => {
  const sorted = ['A', 'A1', 'A2', 'B', 'C', '甲', '乙', '丙', '丁'];
  expect(sorted.toReversed().sort(compareOutcomes)).toEqual(sorted);
});

test('a sub-class is part of its class', () => {
  expect(isOutcome('A1', 'A')).toBe(true);
  expect(isOutcome('A', 'A1')).toBe(false);
  expect(isOutcome('', 'A')).toBe(false);
  expect(isOutcome('A', '')).toBe(false);
});
