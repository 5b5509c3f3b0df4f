import { expect, test } from 'vitest';
import { isIdentityNumber } from './identity-number.ts';

// The example of GB 11643-1999, and the same with another check digit.
test.each([
  ['11010519491231002X', true],
  ['11010519491231002x', true],
  ['440524188001010014', true],
  ['110105194912310021', false],
  ['1101051949123100', false],
  ['1101051949123100XX', false],
])('%s is an identity number: %s', (text, expected) => {
  expect(isIdentityNumber(text)).toBe(expected);
});
