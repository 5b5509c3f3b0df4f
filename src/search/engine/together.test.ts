import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZoneEnds } from '../form/catalogue.ts';
import { postingsOf } from './posting.fixture.ts';
import { togetherness } from './together.ts';

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
        const postings = postingsOf(letters);
        const rows = [...letters.keys()];
        const ends: ZoneEnds = [rows.map(() => 1), rows.map(() => 2), rows.map(() => named), []];
        const found = togetherness(
          clauses.map((words) => words.flatMap((one) => postings.get(one) ?? [])),
          rows,
          ends,
        );
        expect([...found]).toEqual(letters.map((tokens) => scan(tokens, clauses)));
      },
    ),
    { numRuns: 500 },
  );
});
