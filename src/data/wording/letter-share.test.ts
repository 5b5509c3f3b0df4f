import { expect, test } from 'vitest';
import { formatShare } from './letter-share.ts';

test.each([
  [1, '全部'],
  [0.998, '几乎全部'],
  [0.624, '约 62%'],
  [0.003, '不到 1%'],
])('%f is worded as %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});
