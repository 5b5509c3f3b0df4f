import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postingsOf } from './posting.fixture.ts';
import { proximityOf, type ClauseTexts } from './proximity.ts';

/** So many tokens name a letter; the rest is its body. */
const named = 3;
const near = 12;

/** Every place of every clause looked at. */
function scan(tokens: readonly string[], clauses: readonly (readonly string[])[]): number {
  const stands = clauses
    .map((words) => [...tokens.keys()].filter((place) => words.includes(tokens[place] ?? '')))
    .filter((places) => places.length > 0);
  const [first, ...others] = stands;
  if (first === undefined || others.length === 0) return 0;
  if (stands.every((places) => places.some((place) => place < named))) return 1;
  const isNear = (place: number) => (other: number) => Math.abs(other - place) <= near;
  return first.some((place) => others.every((places) => places.some(isNear(place)))) ? 0.5 : 0;
}

/** Where some words stand in letters, of which the first few tokens are what names them. */
function textsOf(letters: readonly (readonly string[])[], words: readonly string[]): ClauseTexts {
  const postings = postingsOf(letters);
  const stands = (tokens: readonly string[]) => Number(words.some((word) => tokens.includes(word)));
  return {
    stands: Uint8Array.from(letters, stands),
    names: Uint8Array.from(letters, (tokens) => stands(tokens.slice(0, named))),
    places: words.flatMap((word) => postings.get(word) ?? []),
  };
}

test('a word of which no places are known is beside nothing, and names what it names', () => {
  const letters = [
    ['甲', '、', '乙', '甲', '丙'],
    ['、', '、', '、', '甲', '乙', '丙'],
    ['、', '、', '、', '甲', '丙', ...Array.from({ length: 40 }, () => '、'), '乙'],
  ];
  const [{ places, ...everywhere }, two, three] = [
    textsOf(letters, ['甲']),
    textsOf(letters, ['乙']),
    textsOf(letters, ['丙']),
  ];
  const rows = Uint32Array.of(0, 1, 2);
  expect(places).toHaveLength(1);
  expect([...proximityOf([everywhere, two], rows)]).toEqual([1, 0, 0]);
  expect([...proximityOf([everywhere, two, three], rows)]).toEqual([0.5, 0.5, 0]);
});

test('matches of several clauses stand together where a scan says so', () => {
  const word = fc.constantFrom('甲', '乙', '丙', '丁');
  // Mostly words that nobody looks for, so that some stand far apart.
  const text = fc.array(
    fc.oneof({ weight: 1, arbitrary: word }, { weight: 6, arbitrary: fc.constant('、') }),
    {
      maxLength: 60,
    },
  );
  const clause = fc.uniqueArray(word, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.array(clause, { minLength: 2, maxLength: 3 }),
      (letters, clauses) => {
        const found = proximityOf(
          clauses.map((words) => textsOf(letters, words)),
          Uint32Array.from(letters.keys()),
        );
        expect([...found]).toEqual(letters.map((tokens) => scan(tokens, clauses)));
      },
    ),
    { numRuns: 500 },
  );
});
