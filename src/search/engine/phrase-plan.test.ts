import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPhrase } from './phrase-plan.ts';

/** Chunks of these sizes, one for each token, which is its number. */
function chunksOf(sizes: readonly number[]) {
  return { chunkOf: Number, sizeOf: (chunk: number) => sizes[chunk] ?? 0 };
}
const phraseOf = (sizes: readonly number[]) => sizes.map((_, token) => String(token));
const plan = (sizes: readonly number[]) => planPhrase(phraseOf(sizes), chunksOf(sizes));

describe('the plan for a phrase', () => {
  it('begins with the neighbours that are least to load', () => {
    expect(plan([60_000, 3000, 3000, 4000])).toEqual([
      { stretches: [[1, 3]], left: 64_000 },
      { stretches: [[1, 4]], left: 60_000 },
      { stretches: [[0, 4]], left: 0 },
    ]);
  });

  it('loads what is little at once', () => {
    expect(plan([9000, 3000, 3000, 4000])).toEqual([{ stretches: [[0, 4]], left: 0 }]);
  });

  it('tries the rarer of two tokens alone', () => {
    expect(plan([60_000, 3000])[0]).toEqual({ stretches: [[1, 2]], left: 60_000 });
  });

  it('looks for what stands on both sides of a frequent token', () => {
    expect(plan([3000, 4000, 60_000, 3000, 4000])[1]).toEqual({
      stretches: [
        [0, 2],
        [3, 5],
      ],
      left: 60_000,
    });
  });

  it('counts a chunk once that holds several tokens', () => {
    const same = { chunkOf: () => 0, sizeOf: () => 3000 };
    expect(planPhrase(['一丁', '丁一', '一丁'], same)).toEqual([{ stretches: [[0, 3]], left: 0 }]);
  });

  it('ends with the whole phrase and leaves less to load from step to step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const steps = plan(sizes);
        expect(steps.at(-1)).toEqual({ stretches: [[0, sizes.length]], left: 0 });
        for (const { left } of steps.slice(0, -1)) expect(left).toBeGreaterThan(0);
        for (const { stretches } of steps)
          for (const [from, to] of stretches) expect(to).toBeGreaterThan(from);
      }),
    );
  });
});
