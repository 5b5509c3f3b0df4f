import * as node from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, inflateRawSync, inflateSync } from './node-zlib.ts';

const bytes = fc.uint8Array({ maxLength: 3000 });

test('streams are inflated as Node inflates them, also with something after them', () => {
  fc.assert(
    fc.property(bytes, fc.uint8Array({ maxLength: 5 }), (plain, after) => {
      const raw = Buffer.concat([node.deflateRawSync(plain), after]);
      const wrapped = Buffer.concat([node.deflateSync(plain), after]);
      expect(Buffer.from(inflateRawSync(raw))).toEqual(Buffer.from(plain));
      expect(Buffer.from(inflateSync(wrapped))).toEqual(Buffer.from(plain));
      expect(crc32(plain)).toBe(node.crc32(plain));
      expect(crc32(plain, 7)).toBe(node.crc32(plain, 7));
    }),
  );
});

test('a stream is refused where Node refuses it: cut off, or with another checksum', () => {
  const packed = node.deflateSync(Buffer.from('答复'.repeat(200)));
  const changed = Buffer.from(packed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const damaged of [packed.subarray(0, 20), packed.subarray(0, packed.length - 2), changed]) {
    expect(() => node.inflateSync(damaged)).toThrow();
    expect(() => inflateSync(damaged)).toThrow();
  }
});

test('inflating stops at the greatest length, with the code of Node', () => {
  const plain = Buffer.alloc(1_000_000);
  for (const [inflate, packed] of [
    [inflateSync, node.deflateSync(plain)],
    [inflateRawSync, node.deflateRawSync(plain)],
  ] as const) {
    expect(inflate(packed, { maxOutputLength: plain.length })).toHaveLength(plain.length);
    expect(() => inflate(packed, { maxOutputLength: plain.length - 1 })).toThrow(
      expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }) as Error,
    );
  }
});
