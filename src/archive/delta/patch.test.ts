import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, makePatch, patchedSize } from './patch.ts';

/** A file, and the same with some pieces moved, taken out, doubled or put in. */
const edited = fc
  .tuple(
    fc.array(fc.uint8Array({ minLength: 1, maxLength: 90 }), { maxLength: 12 }),
    fc.array(fc.oneof(fc.nat(11), fc.uint8Array({ maxLength: 40 })), { maxLength: 15 }),
  )
  .map(([pieces, order]) => ({
    before: Uint8Array.from(pieces.flatMap((piece) => [...piece])),
    after: Uint8Array.from(
      order.flatMap((one) => [...(typeof one === 'number' ? (pieces[one] ?? []) : one)]),
    ),
  }));

test('a patch makes the new file from the old one, whatever was edited', () => {
  fc.assert(
    fc.property(edited, ({ before, after }) => {
      expect(applyPatch(before, makePatch(before, after))).toEqual(after);
    }),
  );
});

test('a patch of one edited line in a long file is short', () => {
  const lines = Array.from(
    { length: 5000 },
    (_, index) => `${Math.imul(index + 1, 0x9e3779b1)} 虚构之${index}\n`,
  );
  const before = new TextEncoder().encode(lines.join(''));
  lines[2500] = '改过的一行\n';
  lines.splice(4000, 1);
  const after = new TextEncoder().encode(lines.join(''));
  expect(makePatch(before, after).length).toBeLessThan(150);
});

test('the work grows with the files, also where everything is alike', () => {
  const zeros = new Uint8Array(300_000);
  expect(makePatch(zeros, new Uint8Array(300_007)).length).toBeLessThan(40);
  const period = Uint8Array.from({ length: 300_000 }, (_, at) => at % 24);
  expect(applyPatch(period, makePatch(period, period.subarray(7)))).toEqual(period.subarray(7));
});

test('a damaged patch makes a file of the stated size or an error', () => {
  fc.assert(
    fc.property(edited, fc.nat(), fc.nat(255), ({ before, after }, place, byte) => {
      const patch = makePatch(before, after);
      patch[place % patch.length] = byte % 100;
      let made: Uint8Array;
      try {
        made = applyPatch(before, patch);
      } catch (error) {
        expect(String(error)).toContain('已损坏');
        return;
      }
      expect(made).toHaveLength(patchedSize(patch));
    }),
  );
});
