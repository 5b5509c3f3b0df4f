import { expect, test } from 'vitest';
import { caseSeed } from './seed.ts';

test('cases are the same in every run, unless another seed is wished for', () => {
  expect(caseSeed('')).toBe(caseSeed(''));
  expect(caseSeed('7')).toBe(7);
  expect(Number.isInteger(caseSeed('random'))).toBe(true);
  expect(() => caseSeed('seven')).toThrow('DAFU_SEED');
});
