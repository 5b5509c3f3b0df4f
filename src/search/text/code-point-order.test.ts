import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from './code-point-order.ts';

test('texts are ordered by their UTF-8 bytes', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ',', '一', '\ud7ff', '\ue000', '\ufa0e', '\u{20000}'),
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(Math.sign(compareCodePoints(one, other))).toBe(
        Math.sign(Buffer.compare(Buffer.from(one), Buffer.from(other))),
      );
    }),
  );
});
