import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPostings } from './posting.fixture.ts';
import { scoreProximity, type ClauseMatches } from './proximity.ts';

/** The first tokens are the letter's title; the rest is its body. */
const named = 3;
const near = 12;

/** Tries every position of every clause. */
function scan(tokens: readonly string[], clauses: readonly (readonly string[])[]): number {
  const matches = clauses
    .map((words) => [...tokens.keys()].filter((position) => words.includes(tokens[position] ?? '')))
    .filter((positions) => positions.length > 0);
  const [first, ...others] = matches;
  if (first === undefined || others.length === 0) return 0;
  if (matches.every((positions) => positions.some((position) => position < named))) return 1;
  const isNear = (position: number) => (other: number) => Math.abs(other - position) <= near;
  return first.some((position) => others.every((positions) => positions.some(isNear(position)))) ? 0.5 : 0;
}

/** Where some words occur in letters. */
function textsOf(letters: readonly (readonly string[])[], words: readonly string[]): ClauseMatches {
  const postings = buildPostings(letters);
  const occursIn = (tokens: readonly string[]) => Number(words.some((word) => tokens.includes(word)));
  return {
    occurs: Uint8Array.from(letters, occursIn),
    occursInName: Uint8Array.from(letters, (tokens) => occursIn(tokens.slice(0, named))),
    postings: words.flatMap((word) => postings.get(word) ?? []),
  };
}

test('a word whose positions are unknown is near nothing, but counts in titles', () => {
  const letters = [
    ['甲', '、', '乙', '甲', '丙'],
    ['、', '、', '、', '甲', '乙', '丙'],
    ['、', '、', '、', '甲', '丙', ...Array.from({ length: 40 }, () => '、'), '乙'],
  ];
  const [{ postings, ...everywhere }, two, three] = [
    textsOf(letters, ['甲']),
    textsOf(letters, ['乙']),
    textsOf(letters, ['丙']),
  ];
  const rows = Uint32Array.of(0, 1, 2);
  expect(postings).toHaveLength(1);
  expect([...scoreProximity([everywhere, two], rows)]).toEqual([1, 0, 0]);
  expect([...scoreProximity([everywhere, two, three], rows)]).toEqual([0.5, 0.5, 0]);
});

test('matches are near each other up to a distance of 12 tokens, in either order', () => {
  const apart = (distance: number, [one, other]: [string, string]) => [
    ...['、', '、', '、', one],
    ...Array.from({ length: distance - 1 }, () => '、'),
    other,
  ];
  const letters = [
    apart(12, ['甲', '乙']),
    apart(12, ['乙', '甲']),
    apart(13, ['甲', '乙']),
    apart(13, ['乙', '甲']),
  ];
  const clauses = [textsOf(letters, ['甲']), textsOf(letters, ['乙'])];
  expect([...scoreProximity(clauses, Uint32Array.of(0, 1, 2, 3))]).toEqual([0.5, 0.5, 0, 0]);
});

test('matches of several clauses are near each other exactly where a scan says so', () => {
  const word = fc.constantFrom('甲', '乙', '丙', '丁');
  // Mostly other words, so that some matches are far apart.
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
        const found = scoreProximity(
          clauses.map((words) => textsOf(letters, words)),
          Uint32Array.from(letters.keys()),
        );
        expect([...found]).toEqual(letters.map((tokens) => scan(tokens, clauses)));
      },
    ),
    { numRuns: 500 },
  );
});
