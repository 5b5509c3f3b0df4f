import { expect, test } from 'vitest';
import { parsePlace } from './results-place.ts';

const letter = { id: '2019/cppcc-12-2-283', offset: 12.5, opened: true };

test('a place is read as it was kept', () => {
  expect(parsePlace({ top: 1200, letter })).toEqual({ top: 1200, letter });
  expect(parsePlace({ top: 0 })).toEqual({ top: 0 });
});

test('what is no letter is left out', () => {
  expect(parsePlace({ top: 3, letter: { id: 1, offset: 2 } })).toEqual({ top: 3 });
  expect(parsePlace({ top: 3, letter: { ...letter, opened: 'yes' } })?.letter?.opened).toBe(false);
});

test.each([undefined, null, 12, 'top', {}, { top: '12' }])('%o is no place', (kept) => {
  expect(parsePlace(kept)).toBeUndefined();
});
