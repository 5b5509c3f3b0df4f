import { expect, test } from 'vitest';
import { addProducts, createProductTable, fillProductTable, powerOfTwo } from './galois-field.ts';
import { parseShare, planRecovery, sliceExponents } from './recovery-layout.ts';

/** Multiplies by the definition: as polynomials, one bit after another. */
function multiply(a: number, b: number): number {
  let [product, shifted] = [0, a];
  for (let bit = 1; bit <= 0x8000; bit <<= 1) {
    if (b & bit) product ^= shifted;
    shifted <<= 1;
    if (shifted > 0xffff) shifted ^= 0x1100b;
  }
  return product;
}

test('products are those of the definition', () => {
  const table = createProductTable();
  for (const factor of [1, 2, 3, 0x8000, 0xffff, 12_345, 54_321]) {
    fillProductTable(table, factor);
    const elements = Uint16Array.from({ length: 1000 }, (_, at) => Math.imul(at, 0x9e37) ^ (at * 7));
    const sums = new Uint32Array(500).fill(0x1234_5678);
    addProducts(table, new Uint32Array(elements.buffer), sums);
    const found = [...new Uint16Array(sums.buffer)];
    expect(found).toEqual(
      [...elements].map((one, at) => multiply(one, factor) ^ (at % 2 === 0 ? 0x5678 : 0x1234)),
    );
  }
});

test('powers of two go around once', () => {
  expect([0, 1, 15, 16, 65_534].map(powerOfTwo)).toEqual([1, 2, 0x8000, 0x100b, 0x8805]);
  expect(powerOfTwo(65_535)).toBe(1);
  expect(new Set(Array.from({ length: 65_535 }, (_, at) => powerOfTwo(at))).size).toBe(65_535);
});

test('the constants of the slices are those of the specification', () => {
  expect(sliceExponents(8)).toEqual([1, 2, 4, 7, 8, 11, 13, 14]);
  expect(sliceExponents(40_000)).toHaveLength(32_768);
});

test.each([
  [1, 0.05, { sliceSize: 512, slices: 1, recoverySlices: 1 }],
  [100_000, 0.05, { sliceSize: 512, slices: 196, recoverySlices: 10 }],
  [30_000_001, 0.05, { sliceSize: 15_004, slices: 2000, recoverySlices: 100 }],
  [5e9, 0.1, { sliceSize: 2_500_000, slices: 2000, recoverySlices: 200 }],
])('%d bytes with %d are divided into %j', (size, share, layout) => {
  expect(planRecovery(size, share)).toEqual(layout);
});

test.each([
  ['5%', 0.05],
  ['12.5%', 0.125],
  ['100%', 1],
  ['0%', undefined],
  ['101%', undefined],
  ['5', undefined],
  ['', undefined],
])('%j is the share %d', (text, share) => {
  expect(parseShare(text)).toBe(share);
});
