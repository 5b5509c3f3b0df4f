import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCbor } from './cbor.fixture.ts';
import { readCbor, type CborItem } from './cbor.ts';

const { item } = fc.letrec<{ item: CborItem }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -0x8000_0000, max: 0xffff_ffff }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('item'), { maxLength: 30 }),
  ),
}));

describe('CBOR', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(item, (value) => {
        expect(readCbor(writeCbor(value))).toEqual(value);
      }),
    );
  });

  // RFC 8949, appendix A.
  it.each([
    [23, '17'],
    [24, '1818'],
    [1000, '1903e8'],
    [1_000_000, '1a000f4240'],
    [-10, '29'],
    [-1000, '3903e7'],
    ['水', '63e6b0b4'],
    [[1, [2, 3]], '820182 0203'],
  ] as const)('%j is read as in the standard', (value, hex) => {
    expect(readCbor(Buffer.from(hex.replace(' ', ''), 'hex'))).toEqual(value);
  });

  it.each(['', '01ff', '6361', '40', 'a0', '1b0000000000000001', '63ff0000'])('%s is refused', (hex) => {
    expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow();
  });
});
