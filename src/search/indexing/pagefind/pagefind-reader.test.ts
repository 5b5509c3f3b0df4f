import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeCbor } from './cbor.fixture.ts';
import type { CborItem } from './cbor.ts';
import { pagefindMagic } from './pagefind-format.ts';
import { readPagefindChunk } from './pagefind-reader.ts';

/** Reads what Pagefind would have written. */
const read = (item: CborItem) => [
  ...readPagefindChunk(gzipSync(Buffer.concat([Buffer.from(pagefindMagic), writeCbor(item)]))),
];

describe('a chunk written by Pagefind', () => {
  it('is read with rows instead of the steps between them', () => {
    const pages: CborItem = [
      [2, [-25, 3], []],
      [1, [-25, 0, 700, 1], []],
    ];
    expect(read([[['一丁', pages, []]]])).toEqual([
      {
        token: '一丁',
        letters: [
          { row: 2, steps: [3] },
          { row: 3, steps: [0, 700, 1] },
        ],
      },
    ]);
  });

  it.each([
    ['a word with variants', [[['词', [[1, [-25, 3], []]], ['x']]]]],
    ['positions of another weight', [[['词', [[1, [-2, 3], []]], []]]]],
    ['positions of several weights', [[['词', [[1, [-25, 3, -2, 5], []]], []]]]],
    ['positions in other fields', [[['词', [[1, [-25, 3], [4]]], []]]]],
    ['more than words', [[], []]],
  ] as [string, CborItem][])('is refused with %s', (_, item) => {
    expect(() => read(item)).toThrow('1.6.0');
  });
});
