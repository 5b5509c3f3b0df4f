import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCborWriter, writeCbor, type CborItem } from './cbor.ts';
import { pagefindMark } from './chunk-table.ts';
import { toPagefindChunk } from './posting-chunk.ts';
import { packChunk } from './posting-chunk-writer.ts';

function pagefindFile(item: CborItem): Uint8Array<ArrayBuffer> {
  const writer = createCborWriter(pagefindMark);
  writeCbor(writer, item);
  return writer.bytes();
}
const packedAs = (item: CborItem) => new Uint8Array(packChunk(gzipSync(pagefindFile(item))));

const number = fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(3_000_000));
const page = fc
  .tuple(number, fc.array(number, { minLength: 1, maxLength: 20 }))
  .map(([step, places]): CborItem => [step, [-25, ...places], []]);
const word = fc
  .tuple(fc.stringMatching(/^[一-龥0-9a-zǀ]{1,4}$/u), fc.array(page, { minLength: 1, maxLength: 20 }))
  .map(([token, pages]): CborItem => [token, pages, []]);

describe('a chunk of the index', () => {
  it('is given to Pagefind to the byte as Pagefind wrote it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (words) => {
        expect(await toPagefindChunk(packedAs([words]))).toEqual(pagefindFile([words]));
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
    expect(() => packedAs(item)).toThrow('1.6.0');
  });
});
