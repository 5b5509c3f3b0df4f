import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPhrase } from './phrase-plan.ts';

/** A chunk of each of these sizes, with its number as its only token. */
function chunksOf(sizes: readonly number[]) {
  return { chunkOf: Number, sizeOf: (chunk: number) => sizes[chunk] ?? 0 };
}
const plan = (sizes: readonly number[]) =>
  planPhrase(
    sizes.map((_, token) => [String(token)]),
    chunksOf(sizes),
  );

describe('the plan for a phrase', () => {
  it('starts with the two cheapest tokens and all that are rare', () => {
    expect(plan([90_000, 7000, 3000, 3000, 4000])).toEqual([
      { offsets: [2, 3, 4], bytesLeft: 90_000 },
      { offsets: [0, 2, 3, 4], bytesLeft: 0 },
    ]);
  });

  it('loads little at once, and no more than covers every unit', () => {
    expect(plan([9000, 3000, 3000, 4000, 5000])).toEqual([{ offsets: [0, 2, 4], bytesLeft: 0 }]);
    expect(plan([9000, 3000, 20_000, 3000, 5000])).toEqual([{ offsets: [0, 1, 3, 4], bytesLeft: 0 }]);
    expect(plan([9000, 3000])).toEqual([{ offsets: [0, 1], bytesLeft: 0 }]);
    expect(plan([9000])).toEqual([{ offsets: [0], bytesLeft: 0 }]);
  });

  it('tries the rarer of two tokens alone', () => {
    expect(plan([95_000, 3000])[0]).toEqual({ offsets: [1], bytesLeft: 95_000 });
  });

  it('does not start with a frequent token, which leaves too many letters to read', () => {
    expect(plan([60_000, 50_000, 60_000])).toEqual([{ offsets: [0, 2], bytesLeft: 0 }]);
    expect(plan([95_000, 9000])).toEqual([{ offsets: [0, 1], bytesLeft: 0 }]);
  });

  it('looks up rare tokens on both sides of a frequent one', () => {
    expect(plan([3000, 95_000, 95_000, 4000, 3000])[0]).toEqual({ offsets: [0, 3, 4], bytesLeft: 95_000 });
  });

  it('takes one step up to 96,000 bytes', () => {
    expect(plan([90_000, 6000])).toEqual([{ offsets: [0, 1], bytesLeft: 0 }]);
    expect(plan([90_001, 6000])).toHaveLength(2);
  });

  it('takes tokens of chunks up to 8,192 bytes for rare', () => {
    expect(plan([95_000, 8192])).toHaveLength(2);
    expect(plan([95_000, 8193])).toHaveLength(1);
  });

  it('prefers the later of two equally cheap ways to skip a token', () => {
    expect(plan([9000, 3000, 3000, 5000])).toEqual([{ offsets: [0, 1, 3], bytesLeft: 0 }]);
  });

  it('starts with those of equally cheap tokens that say most', () => {
    // Two that are two apart cover more units.
    expect(plan([50_000, 3000, 3000, 3000, 50_000])[0]?.offsets).toEqual([1, 2, 3]);
    // In the middle they reach from one word into the next.
    expect(plan([50_000, 3000, 3000, 3000, 3000, 3000, 50_000])[0]?.offsets).toEqual([2, 4]);
    // Numbers have the most letters.
    const sizes = new Map([
      ['甲乙', 50_000],
      ['乙丙', 3000],
      ['丙2019', 3000],
      ['2019年', 3000],
      ['年丁', 50_000],
    ]);
    const tokens = [...sizes.keys()];
    const table = {
      chunkOf: (token: string) => tokens.indexOf(token),
      sizeOf: (chunk: number) => sizes.get(tokens[chunk] ?? '') ?? 0,
    };
    const [first] = planPhrase(
      tokens.map((token) => [token]),
      table,
    );
    expect(first?.offsets).toEqual([2, 3]);
  });

  it('counts a chunk of several tokens once', () => {
    const same = { chunkOf: () => 0, sizeOf: () => 3000 };
    expect(planPhrase([['一丁'], ['丁一', '丁一,']], same)).toEqual([{ offsets: [0, 1], bytesLeft: 0 }]);
  });

  it('covers every unit in one step or two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const steps = plan(sizes);
        const [last, ...before] = steps.toReversed();
        expect(last?.bytesLeft).toBe(0);
        expect([last?.offsets[0], last?.offsets.at(-1)]).toEqual([0, sizes.length - 1]);
        for (const [at, offset] of last?.offsets.entries() ?? [])
          expect(offset - (last?.offsets[at - 1] ?? offset)).toBeLessThanOrEqual(2);
        expect(before.length).toBeLessThanOrEqual(1);
        for (const { bytesLeft } of before) expect(bytesLeft).toBeGreaterThan(0);
        for (const { offsets } of steps) expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      }),
    );
  });
});
