import * as node from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHash } from './node-crypto.ts';

test('hashes are those of Node, of bytes and of text, in one piece and in several', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
      const expected = node.createHash('sha256').update(bytes).update(text).digest('hex');
      expect(createHash('sha256').update(bytes).update(text).digest('hex')).toBe(expected);
    }),
  );
});
