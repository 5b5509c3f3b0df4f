import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from '../text/code-point-order.ts';
import { invert } from './inverter.ts';

const token = fc.constantFrom('甲', '乙', '乙ǂ', '丙', '\u{20000}', '\uFA0E', 'a1');
const letters = fc.array(fc.array(token, { maxLength: 12 }), { maxLength: 8 });

test('every token is found at each of its positions in each of its letters, and nowhere else', () => {
  fc.assert(
    fc.property(letters, (all) => {
      const found = [...invert(all)].flatMap(({ token: each, rows, counts, steps }) => {
        let next = 0;
        return [...rows].flatMap((row, letter) => {
          let position = 0;
          return Array.from({ length: counts[letter] ?? 0 }, () => {
            position += steps[next++] ?? 0;
            return { token: each, row, position };
          });
        });
      });
      const occurrences = all.flatMap((tokens, row) =>
        tokens.map((each, position) => ({ token: each, row, position })),
      );
      const byToken = occurrences.toSorted((a, b) => compareCodePoints(a.token, b.token));
      expect(found).toEqual(byToken);
    }),
  );
});

test('tokens come once each, in the order of their code points', () => {
  fc.assert(
    fc.property(letters, (all) => {
      const tokens = Array.from(invert(all), ({ token: each }) => each);
      expect(tokens).toEqual([...new Set(all.flat())].sort(compareCodePoints));
    }),
  );
});
