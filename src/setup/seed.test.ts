import { expect, test } from 'vitest';
import { caseSeed } from './seed.ts';

test('the seed is the same in every run unless another is requested', () => {
  expect(caseSeed('')).toBe(caseSeed(''));
  expect(caseSeed('7')).toBe(7);
  expect(Number.isInteger(caseSeed('random'))).toBe(true);
  expect(() => caseSeed('seven')).toThrow('DAFU_SEED');
});
