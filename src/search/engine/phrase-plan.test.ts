import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPhrase } from './phrase-plan.ts';

/** Chunks of these sizes, one for each token, which is its number. */
function chunksOf(sizes: readonly number[]) {
  return { chunkOf: Number, sizeOf: (chunk: number) => sizes[chunk] ?? 0 };
}
const plan = (sizes: readonly number[]) =>
  planPhrase(
    sizes.map((_, token) => [String(token)]),
    chunksOf(sizes),
  );

describe('the plan for a phrase', () => {
  it('begins with the two that are least to load, and with all that are rare', () => {
    expect(plan([90_000, 7000, 3000, 3000, 4000])).toEqual([
      { places: [2, 3, 4], left: 90_000 },
      { places: [0, 2, 3, 4], left: 0 },
    ]);
  });

  it('loads what is little at once, and no more than tells all units', () => {
    expect(plan([9000, 3000, 3000, 4000, 5000])).toEqual([{ places: [0, 2, 4], left: 0 }]);
    expect(plan([9000, 3000, 20_000, 3000, 5000])).toEqual([{ places: [0, 1, 3, 4], left: 0 }]);
    expect(plan([9000, 3000])).toEqual([{ places: [0, 1], left: 0 }]);
    expect(plan([9000])).toEqual([{ places: [0], left: 0 }]);
  });

  it('tries the rarer of two tokens alone', () => {
    expect(plan([95_000, 3000])[0]).toEqual({ places: [1], left: 95_000 });
  });

  it('does not try what is frequent itself: it leaves too many letters to read', () => {
    expect(plan([60_000, 50_000, 60_000])).toEqual([{ places: [0, 2], left: 0 }]);
    expect(plan([95_000, 9000])).toEqual([{ places: [0, 1], left: 0 }]);
  });

  it('looks for what stands on both sides of a frequent token', () => {
    expect(plan([3000, 95_000, 95_000, 4000, 3000])[0]).toEqual({ places: [0, 3, 4], left: 95_000 });
  });

  it('counts a chunk once that holds several tokens', () => {
    const same = { chunkOf: () => 0, sizeOf: () => 3000 };
    expect(planPhrase([['一丁'], ['丁一', '丁一ǀ']], same)).toEqual([{ places: [0, 1], left: 0 }]);
  });

  it('ends where every unit is told of, and takes one step or two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const steps = plan(sizes);
        const [last, ...before] = steps.toReversed();
        expect(last?.left).toBe(0);
        expect([last?.places[0], last?.places.at(-1)]).toEqual([0, sizes.length - 1]);
        for (const [at, place] of last?.places.entries() ?? [])
          expect(place - (last?.places[at - 1] ?? place)).toBeLessThanOrEqual(2);
        expect(before.length).toBeLessThanOrEqual(1);
        for (const { left } of before) expect(left).toBeGreaterThan(0);
        for (const { places } of steps) expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});
