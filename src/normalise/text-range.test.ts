import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosingRange, unionOf } from './text-range.ts';

const range = fc.tuple(fc.nat(20), fc.nat(8)).map(([at, length]) => ({ at, end: at + length }));
const ranges = fc.array(range, { maxLength: 12 });

test('the search finds the range that a walk over all of them finds', () => {
  fc.assert(
    fc.property(ranges, range, (all, inner) => {
      const walked = all
        .toSorted((a, b) => a.at - b.at)
        .find(({ at, end }) => at <= inner.at && inner.end <= end);
      expect(enclosingRange(all)(inner)).toBe(walked);
    }),
  );
});

test('a union covers what its ranges cover, in order and once', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const union = unionOf(all);
      const places = (list: typeof all) =>
        list.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, step) => at + step));
      expect(union.some(({ at }, index) => at < (union[index - 1]?.end ?? 0))).toBe(false);
      expect(places(union)).toEqual([...new Set(places(all))].sort((a, b) => a - b));
    }),
  );
});

test('ranges that only touch stay apart', () => {
  expect(
    unionOf([
      { at: 2, end: 4 },
      { at: 0, end: 2 },
    ]),
  ).toEqual([
    { at: 0, end: 2 },
    { at: 2, end: 4 },
  ]);
});
