import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, revertEdits } from '../record/edit-log.ts';
import {
  decodedRanges,
  editsOf,
  rewrite,
  sliceDecoded,
  textOf,
  track,
  type Replacement,
} from './text-edits.ts';

const character = fc.constantFrom('甲', '乙', '丙', ' ', ',', '"', '1', '\n', '𠀀');
const text = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''));
/** Cut points and insertions that become replacements of whatever the current text is. */
const plans = fc.array(
  fc.array(fc.tuple(fc.nat(50), fc.nat(3), fc.constantFrom('', '，', '“”', '甲')), { maxLength: 5 }),
  { maxLength: 5 },
);

function replacementsOf(length: number, plan: [number, number, string][]): Replacement[] {
  let free = 0;
  return plan
    .toSorted(([a], [b]) => a - b)
    .flatMap(([from, size, after]) => {
      const to = Math.min(from + size + 1, length);
      if (from < free || to <= from) return [];
      free = to;
      return [{ from, to, after }];
    });
}

test('edits lead from the decoded text to the rewritten text and back, whatever rules do', () => {
  fc.assert(
    fc.property(text, text, text, plans, (before, middle, after, rules) => {
      const decoded = before + middle + after;
      let tracked = track(decoded, before.length, before.length + middle.length);
      let plain = middle;
      rules.forEach((plan, index) => {
        const replacements = replacementsOf(plain.length, plan);
        tracked = rewrite(tracked, { rule: `rule-${index}`, tier: 1 }, replacements);
        for (const { from, to, after: inserted } of replacements.toReversed())
          plain = plain.slice(0, from) + inserted + plain.slice(to);
        expect(textOf(tracked)).toBe(plain);
      });
      const edits = editsOf(tracked);
      const applied = applyEdits(decoded, edits);
      expect(applied).toBe(before + plain + after);
      expect(revertEdits(applied, edits)).toBe(decoded);
      expect(sliceDecoded(tracked, before.length, before.length + middle.length)).toBe(plain);
    }),
    { numRuns: 400 },
  );
});

test('a place of the rewritten text is found again in the decoded text', () => {
  const tracked = rewrite(track('第 283 号', 0, 7), { rule: 'space', tier: 1 }, [
    { from: 1, to: 2, after: '' },
    { from: 5, to: 6, after: '' },
  ]);
  expect(textOf(tracked)).toBe('第283号');
  expect(decodedRanges(tracked)(1, 4)).toEqual({ at: 2, end: 5 });
  expect(sliceDecoded(tracked, 1, 6)).toBe('283');
});

test('a rule that writes what was there makes no edit', () => {
  const rewritten = rewrite(track('收悉', 0, 2), { rule: 'invented', tier: 1 }, [
    { from: 0, to: 1, after: '收' },
  ]);
  expect(editsOf(rewritten)).toEqual([]);
});
