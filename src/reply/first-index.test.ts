import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex } from './first-index.ts';

test('finds the first index from which on the condition holds, and the length if there is none', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(41), (length, first) => {
      expect(firstIndex(length, (index) => index >= first)).toBe(Math.min(first, length));
    }),
  );
});

test('asks about the logarithm of the length, and never beyond it', () => {
  const asked: number[] = [];
  firstIndex(1000, (index) => {
    asked.push(index);
    return index >= 999;
  });
  expect(asked.length).toBeLessThanOrEqual(10);
  for (const index of asked) {
    expect(index).toBeGreaterThanOrEqual(0);
    expect(index).toBeLessThan(1000);
  }
});
