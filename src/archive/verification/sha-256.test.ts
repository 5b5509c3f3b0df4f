import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSha256 } from './sha-256.ts';

test('bytes in any pieces have the hash that OpenSSL computes', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const hash = startSha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.digest()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
  );
});

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1 << 20])('so have %i bytes at once', (length) => {
  const bytes = Buffer.alloc(length, '虚构');
  const hash = startSha256();
  hash.update(bytes);
  expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
});
