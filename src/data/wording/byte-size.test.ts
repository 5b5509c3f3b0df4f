import { expect, test } from 'vitest';
import { formatByteSize } from './byte-size.ts';

test.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1024, '1.0 KB'],
  [12_800, '12.5 KB'],
  [3 * 1024 * 1024, '3.0 MB'],
])('%i bytes are written %s', (bytes, written) => {
  expect(formatByteSize(bytes)).toBe(written);
});
