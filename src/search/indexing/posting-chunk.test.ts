import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../text/code-point-order.ts';
import { readPostingChunk, type Posting } from '../form/posting-chunk.ts';
import { splitIntoChunks, packPostingChunk } from './posting-chunk-writer.ts';
import type { TokenPosting } from './token-posting.ts';

/** Strictly ascending numbers. */
const ascending = (step: fc.Arbitrary<number>) =>
  fc.array(step, { minLength: 1, maxLength: 20 }).map((steps) => {
    let last = -1;
    return steps.map((each) => (last += 1 + each));
  });
const step = fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(3_000_000));
/** The letters of a token by row, with the steps from position to position in each. */
type Letters = [row: number, steps: number[]][];
const letters: fc.Arbitrary<Letters> = ascending(fc.nat(300)).chain((rows) =>
  fc.tuple(
    ...rows.map((row) =>
      fc.array(step, { minLength: 1, maxLength: 9 }).map((steps): Letters[number] => [row, steps]),
    ),
  ),
);
const postings = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[一-龥0-9a-zǀ]{1,4}$/u), letters), {
    minLength: 1,
    maxLength: 12,
    selector: ([token]) => token,
  })
  .map((all) => all.sort(([a], [b]) => compareCodePoints(a, b)).map((one) => toPosting(...one)));

function toPosting(token: string, inLetters: Letters): TokenPosting {
  return {
    token,
    rows: Uint32Array.from(inLetters, ([row]) => row),
    counts: Uint32Array.from(inLetters, ([, steps]) => steps.length),
    steps: Uint32Array.from(inLetters.flatMap(([, steps]) => steps)),
  };
}

/** Converts what was read to the form in which it was written. */
function written(token: string, { rows, starts, positions }: Posting): TokenPosting {
  const inLetters = Array.from(rows, (row, at): Letters[number] => {
    const here = [...positions.subarray(starts[at], starts[at + 1])];
    return [row, here.map((one, index) => one - (here[index - 1] ?? 0))];
  });
  return toPosting(token, inLetters);
}

describe('a chunk of the index', () => {
  it('gives the positions of each of its tokens', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const chunk = readPostingChunk(packPostingChunk(all));
        for (const posting of all) {
          const read = chunk.of(posting.token);
          expect(read && written(posting.token, read)).toEqual(posting);
        }
        expect(chunk.of('没有的词')).toBeUndefined();
      }),
    );
  });

  it('contains its share of the tokens, which are split in order', () => {
    fc.assert(
      fc.property(postings, fc.integer({ min: 1, max: 200 }), (all, size) => {
        const chunks = [...splitIntoChunks(all, size)];
        const split = all.map(({ token }) =>
          chunks.findIndex(({ bytes }) => readPostingChunk(bytes).of(token)),
        );
        expect(split).toEqual(split.toSorted((a, b) => a - b));
        for (const [at, { first, last }] of chunks.entries()) {
          expect(all[split.indexOf(at)]?.token).toBe(first);
          expect(all[split.lastIndexOf(at)]?.token).toBe(last);
        }
      }),
    );
  });

  it('has only one token if that fills it', () => {
    const posting = (token: string, count: number) =>
      toPosting(token, [[0, Array.from({ length: count }, () => 1)]]);
    const chunks = [
      ...splitIntoChunks([posting('a', 3), posting('b', 50), posting('c', 3), posting('d', 3)], 10),
    ];
    expect(chunks.map(({ first, last }) => first + last)).toEqual(['aa', 'bb', 'cd']);
  });

  it('contains all tokens of a stem, which are looked up together', () => {
    const family = ['天下', '天下ǀ', '天下ǂ', '天上'].map((token) =>
      toPosting(token, [[0, [1, 1, 1, 1, 1, 1]]]),
    );
    const chunks = [...splitIntoChunks(family, 10)];
    expect(chunks.map(({ first, last }) => first + last)).toEqual(['天下天下ǂ', '天上天上']);
  });
});
