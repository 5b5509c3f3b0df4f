import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from '../text/code-point-order.ts';
import { mergePostings, type TokenPosting } from './token-posting.ts';

/** The index of some letters, each a list of tokens. */
function postingsOf(letters: readonly (readonly string[])[]): TokenPosting[] {
  const tokens = [...new Set(letters.flat())].sort(compareCodePoints);
  return tokens.map((token) => ({
    token,
    letters: letters.flatMap((letter, row) =>
      letter.includes(token) ? [{ row, steps: [letter.indexOf(token)] }] : [],
    ),
  }));
}

test('the merged indexes of parts equal the index of the whole', () => {
  const letter = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '\u{20000}', '丁', 'a1'));
  fc.assert(
    fc.property(fc.array(fc.array(letter, { maxLength: 6 }), { maxLength: 5 }), (parts) => {
      let from = 0;
      const open = parts.map((letters) => {
        const part = { from, postings: postingsOf(letters) };
        from += letters.length;
        return part;
      });
      expect([...mergePostings(open)]).toEqual(postingsOf(parts.flat()));
    }),
  );
});
