import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase32768, encodeBase32768 } from './base32768.ts';

test('bytes are read as written, of every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(decodeBase32768(encodeBase32768(bytes))).toEqual(bytes);
    }),
  );
  const long = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 89) >>> 3);
  expect(decodeBase32768(encodeBase32768(long))).toEqual(long);
});

test('a character holds fifteen bits, and what is encoded in whole characters can be joined', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 45, maxLength: 45 }),
      fc.uint8Array({ maxLength: 30 }),
      (one, other) => {
        const [first, second] = [encodeBase32768(one), encodeBase32768(other)];
        expect(first).toHaveLength(24);
        expect(decodeBase32768(first + second)).toEqual(Uint8Array.of(...one, ...other));
      },
    ),
  );
});

test('every character is a letter that a string literal contains as it is, and that UTF-16 keeps', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeBase32768(bytes);
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(Buffer.from(text, 'utf16le').toString('utf16le')).toBe(text);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});
