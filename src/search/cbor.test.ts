import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCborWriter, readCbor, writeCbor, type CborItem } from './cbor.ts';

function written(item: CborItem): Uint8Array {
  const writer = createCborWriter('');
  writeCbor(writer, item);
  return writer.bytes();
}

const { item } = fc.letrec<{ item: CborItem }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -0x8000_0000, max: 0xffff_ffff }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('item'), { maxLength: 30 }),
  ),
}));

describe('CBOR', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(item, (value) => {
        expect(readCbor(written(value))).toEqual(value);
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
  ] as const)('writes %j as the standard does', (value, hex) => {
    expect(Buffer.from(written(value as CborItem)).toString('hex')).toBe(hex.replace(' ', ''));
  });

  it.each(['', '01ff', '6361', '40', 'a0', '1b0000000000000001', '63ff0000'])('refuses %s', (hex) => {
    expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow();
  });
});
