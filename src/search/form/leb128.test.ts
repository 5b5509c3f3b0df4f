import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLeb128, writeLeb128 } from './leb128.ts';

test('integers of up to 32 bits are read as written, and nothing beyond them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 32 - 1)), fc.uint8Array({ maxLength: 5 }), (numbers, rest) => {
      const written = writeLeb128(Uint32Array.from(numbers));
      const reader = readLeb128(Uint8Array.of(...written, ...rest));
      expect([...reader.take(numbers.length)]).toEqual(numbers);
      expect(reader.at()).toBe(written.length);
    }),
  );
});
