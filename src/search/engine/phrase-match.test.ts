import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderedTexts, type LetterText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import { officialText } from '../text/official-text.fixture.ts';
import { standsIn } from '../text/scan.ts';
import { phraseOf } from '../text/tokens.ts';
import { byLetter, postingsOf } from './posting.fixture.ts';
import { matchPhrase, type PhraseIndex } from './phrase-match.ts';

const letter = fc
  .tuple(officialText, fc.array(officialText, { maxLength: 3 }))
  .map(([title, body]): LetterText => ({
    title,
    header: [],
    body: body.map((text, at) => ({ kind: 'paragraph', id: `p${at}`, text })),
  }));

/** An index with a chunk for each token, of any size: what is loaded hangs on that. */
function indexOf(letters: readonly LetterText[], sizes: readonly number[]): PhraseIndex {
  const postings = postingsOf(letters.map((text) => letterTokens(text).tokens));
  const tokens = [...postings.keys()];
  return {
    table: {
      chunkOf: (token) => Math.max(0, tokens.indexOf(token)),
      sizeOf: (chunk) => sizes[chunk % sizes.length] ?? 0,
    },
    chunk: (chunk) =>
      Promise.resolve({
        of: (token) => (token === tokens[chunk] ? postings.get(token) : undefined),
        size: 0,
      }),
    text: (row) => Promise.resolve(letters[row] ?? { title: '', header: [], body: [] }),
  };
}

test('a phrase is found where a scan finds it, whichever way to it is the shortest', async () => {
  const size = fc.constantFrom(100, 3000, 9000, 30_000, 200_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(letter, { minLength: 1, maxLength: 8 }),
      fc.array(size, { minLength: 1, maxLength: 7 }),
      fc.nat(),
      fc.nat(),
      async (letters, sizes, from, length) => {
        const index = indexOf(letters, sizes);
        const { body, title } = letters[from % letters.length] ?? { body: [], title: '' };
        const source = body[0]?.text ?? title;
        const query = source.slice(from % 7, (from % 7) + 2 + (length % 9));
        const phrase = phraseOf(query);
        const expected = letters.flatMap((text, row) => {
          if (!standsIn(Object.values(orderedTexts(text)).flat(), query)) return [];
          const { tokens } = letterTokens(text);
          const places = [...tokens.keys()].filter((at) =>
            phrase.every((allowed, place) => allowed.includes(tokens[at + place] ?? '')),
          );
          return [[row, places]];
        });
        expect(byLetter(await matchPhrase(index, phrase))).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
