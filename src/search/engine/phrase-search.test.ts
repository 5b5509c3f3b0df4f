import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { orderedTexts, type LetterText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import { officialText } from '../text/official-text.fixture.ts';
import { standsIn } from '../text/scan.ts';
import { phraseOf } from '../text/tokens.ts';
import { byLetter, postingsOf, toZones } from './posting.fixture.ts';
import { matchPhrase, type PhraseIndex } from './phrase-search.ts';
import type { Standing } from './posting-cursor.ts';

const letter = fc
  .tuple(officialText, fc.array(officialText, { maxLength: 3 }))
  .map(([title, body]): LetterText => ({
    title,
    header: [],
    body: body.map((text, at) => ({ kind: 'paragraph', id: `p${at}`, text })),
  }));

/** Larger chunks have a file of zones. */
const zonesFrom = 32_768;

/** An index with a chunk for each token, of any size: what is loaded hangs on that. */
function indexOf(letters: readonly LetterText[], sizes: readonly number[]): PhraseIndex {
  const read = letters.map((text) => letterTokens(text));
  const postings = postingsOf(read.map(({ tokens }) => tokens));
  const ends = [0, 1, 2, 3].map((zone) => read.map((one) => one.ends[zone] ?? 0)) as ZoneEnds;
  const tokens = [...postings.keys()];
  const sizeOf = (chunk: number) => sizes[chunk % sizes.length] ?? 0;
  return {
    table: {
      chunkOf: (token) => Math.max(0, tokens.indexOf(token)),
      sizeOf,
      hasZones: (chunk) => sizeOf(chunk) >= zonesFrom,
    },
    chunk: (chunk) =>
      Promise.resolve({
        of: (token) => (token === tokens[chunk] ? postings.get(token) : undefined),
        size: 0,
      }),
    zones: (chunk) =>
      Promise.resolve({
        of: (token) => {
          const posting = token === tokens[chunk] ? postings.get(token) : undefined;
          return posting && toZones(posting, ends);
        },
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
        const expected = letters.flatMap((text, row): [number, number[]][] => {
          if (!standsIn(Object.values(orderedTexts(text)).flat(), query)) return [];
          const { tokens } = letterTokens(text);
          const places = [...tokens.keys()].filter((at) =>
            phrase.every((allowed, place) => allowed.includes(tokens[at + place] ?? '')),
          );
          return [[row, places]];
        });
        const found = await matchPhrase(index, phrase);
        const placed = found.filter((standing): standing is Posting => 'places' in standing);
        if (placed.length === found.length) expect(byLetter(placed)).toEqual(expected);
        // A word by itself may be told by zones: as often as it stands.
        else expect(countLetters(found)).toEqual(expected.map(([row, places]) => [row, places.length]));
      },
    ),
    { numRuns: 500 },
  );
});

/** How often something stands in each letter. */
function countLetters(standings: readonly Standing[]): [row: number, count: number][] {
  const counts = new Map<number, number>();
  for (const standing of standings)
    for (const [at, row] of standing.rows.entries()) {
      const here =
        'places' in standing
          ? (standing.starts[at + 1] ?? 0) - (standing.starts[at] ?? 0)
          : standing.zones.reduce((sum, zone) => sum + (zone[at] ?? 0), 0);
      counts.set(row, (counts.get(row) ?? 0) + here);
    }
  return [...counts].sort(([a], [b]) => a - b);
}
