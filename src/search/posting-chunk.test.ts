import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCbor } from './cbor.fixture.ts';
import type { CborItem } from './cbor.ts';
import { pagefindMark } from './pagefind-form.ts';
import { readChunk, type Posting } from './posting-chunk.ts';
import { packChunk } from './posting-chunk-writer.ts';

/** Packs what Pagefind would have written. */
const packed = (item: CborItem) =>
  new Uint8Array(packChunk(gzipSync(Buffer.concat([Buffer.from(pagefindMark), writeCbor(item)]))));

/** Ascending numbers: the first any, each further one greater. */
const ascending = (step: fc.Arbitrary<number>) =>
  fc.array(step, { minLength: 1, maxLength: 20 }).map((steps) => {
    let last = -1;
    return steps.map((each) => (last += 1 + each));
  });
const letters = ascending(fc.nat(300)).chain((rows) =>
  fc.tuple(
    ...rows.map((row) =>
      ascending(fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(3_000_000))).map(
        (places) => [row, places] as const,
      ),
    ),
  ),
);
/** Where tokens stand. */
const standing = fc.dictionary(fc.stringMatching(/^[一-龥0-9a-zǀ]{1,4}$/u), letters, {
  minKeys: 1,
  noNullPrototype: true,
});

const steps = (numbers: readonly number[]) =>
  numbers.map((number, at) => number - (at === 0 ? 0 : (numbers[at - 1] ?? 0)));
/** As Pagefind writes it. */
function chunkOf(tokens: Record<string, (readonly [number, readonly number[]])[]>): CborItem {
  return [
    Object.entries(tokens).map(([token, rows]): CborItem => {
      const rowSteps = steps(rows.map(([row]) => row));
      return [token, rows.map(([, places], at) => [rowSteps[at] ?? 0, [-25, ...steps(places)], []]), []];
    }),
  ];
}
const plain = ({ rows, starts, places }: Posting) =>
  Array.from(rows, (row, at) => [row, [...places.subarray(starts[at], starts[at + 1])]]);

describe('a chunk of the index', () => {
  it('says where each token stands, as Pagefind wrote it', () => {
    fc.assert(
      fc.property(standing, (tokens) => {
        const chunk = readChunk(packed(chunkOf(tokens)));
        for (const [token, rows] of Object.entries(tokens)) {
          const posting = chunk.of(token);
          expect(posting && plain(posting)).toEqual(rows);
        }
        expect(chunk.of('没有的词')).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a word with variants', [[['词', [[1, [-25, 3], []]], ['x']]]]],
    ['places of another weight', [[['词', [[1, [-2, 3], []]], []]]]],
    ['places of several weights', [[['词', [[1, [-25, 3, -2, 5], []]], []]]]],
    ['places in other fields', [[['词', [[1, [-25, 3], [4]]], []]]]],
    ['more than words', [[], []]],
  ] as [string, CborItem][])('is refused with %s', (_, item) => {
    expect(() => packed(item)).toThrow('1.6.0');
  });
});
