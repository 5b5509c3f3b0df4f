import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldUnits } from '../text/fold.ts';
import { officialText } from '../text/official-text.fixture.ts';
import { containsText } from '../text/scan.ts';
import { findMatches } from './matches.ts';

test('a phrase is marked exactly where it occurs in a text', () => {
  fc.assert(
    fc.property(officialText, officialText, fc.nat(20), fc.nat(6), (text, other, from, length) => {
      for (const query of [other, text.slice(from, from + 1 + length), text]) {
        const spans = findMatches(text, [foldUnits(query)]);
        expect(spans.length > 0).toBe(containsText([text], query));
        for (const span of spans) expect(containsText([text.slice(span.from, span.to)], query)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('no match is missed, whatever characters lie between others', () => {
  const character = fc.oneof(
    fc.constantFrom('第', '二', '号', '2', '8', 'g'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const texts = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(texts, fc.nat(12), fc.nat(12), (text, from, length) => {
      const query = text.slice(from, from + 1 + length);
      expect(findMatches(text, [foldUnits(query)]).length > 0).toBe(containsText([text], query));
    }),
    { numRuns: 3000 },
  );
});

test('compatibility forms of a Han character are marked too', () => {
  expect(findMatches('⼀月\u{f92c}', [foldUnits('一月')])).toEqual([{ from: 0, to: 2 }]);
  expect(findMatches('x\u{f92c}y', [foldUnits('郎')])).toEqual([{ from: 1, to: 2 }]);
});

test('matches that overlap or touch are marked as one', () => {
  const spansOf = (text: string, ...queries: string[]) =>
    findMatches(
      text,
      queries.map((query) => foldUnits(query)),
    );
  expect(spansOf('双创双创', '双创')).toEqual([{ from: 0, to: 4 }]);
  expect(spansOf('创业导师团队', '创业导师', '导师团队')).toEqual([{ from: 0, to: 6 }]);
  expect(spansOf('双创和双创', '双创')).toEqual([
    { from: 0, to: 2 },
    { from: 3, to: 5 },
  ]);
});
