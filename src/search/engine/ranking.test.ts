import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, type Candidates } from './ranking.ts';

const searched = 100;
const matched = [3, 40];

const letter = fc.record({
  found: fc.boolean(),
  scores: fc.tuple(fc.nat(4), fc.nat(4)),
  proximity: fc.constantFrom(0, 0.5, 1),
  isDirect: fc.boolean(),
  day: fc.constantFrom('', '2020-01-02', '2021-03-04', '2022-05-06'),
});
type Letter = typeof letter extends fc.Arbitrary<infer L> ? L : never;

/** Shards of letters, newest first; undated ones last. */
const shards = fc
  .tuple(fc.array(letter, { maxLength: 40 }), fc.integer({ min: 1, max: 15 }))
  .map(([letters, size]) => {
    const sorted = letters.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
    return Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) =>
      sorted.slice(at * size, (at + 1) * size),
    );
  });

function candidatesOf(shard: readonly Letter[], number: number): Candidates {
  const rows = [...shard.keys()].filter((row) => shard[row]?.found);
  const column = (value: (letter: Letter) => number) =>
    Float64Array.from(rows, (row) => {
      const one = shard[row];
      return one ? value(one) : 0;
    });
  return {
    ids: shard.map((_, row) => `${number}/${row}`),
    dates: shard.map(({ day }) => day),
    rows: Uint32Array.from(rows),
    scores: [0, 1].map((clause) => column(({ scores }) => scores[clause] ?? 0)),
    proximity: column(({ proximity }) => proximity),
  };
}

test('letters come in the order asked for; those that are hardly less relevant stay newest first', () => {
  fc.assert(
    fc.property(shards, (all) => {
      const found = all.flatMap((shard, number) =>
        shard.flatMap((one, row) => (one.found ? [{ ...one, id: `${number}/${row}` }] : [])),
      );
      const candidates = all.map(candidatesOf);
      const direct = new Set(found.filter(({ isDirect }) => isDirect).map(({ id }) => id));
      const ranked = (sort: 'relevance' | 'newest' | 'oldest') =>
        rank(candidates, sort, { matched, searched, direct });
      const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id);
      const rarity = matched.map((count) => Math.log(1 + searched / (1 + count)));
      // Summed in the order of the clauses, so that equal scores are equal to the last bit.
      const weight = ({ scores, proximity }: Letter) =>
        (scores[0] * (rarity[0] ?? 0) + scores[1] * (rarity[1] ?? 0)) * (1 + proximity);

      expect(ranked('newest')).toEqual(idsOf(found));
      const dated = found.filter(({ day }) => day !== '');
      expect(ranked('oldest')).toEqual([
        ...idsOf(dated.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))),
        ...idsOf(found.filter(({ day }) => day === '')),
      ]);
      const highest = Math.max(...found.map(weight));
      const step = (one: Letter) => Math.floor((weight(one) / (highest || 1)) * 49);
      expect(ranked('relevance')).toEqual(
        idsOf(found.toSorted((a, b) => Number(b.isDirect) - Number(a.isDirect) || step(b) - step(a))),
      );
    }),
    { numRuns: 500 },
  );
});
