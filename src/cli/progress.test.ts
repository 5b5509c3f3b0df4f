import { expect, test } from 'vitest';
import { describeStep } from './progress.ts';

test('a step tells its count, and the time left once it can be known', () => {
  expect(describeStep({ text: '检查内容' }, 0)).toBe('检查内容');
  expect(describeStep({ text: '生成网页', done: 12, total: 300 }, 500)).toBe('生成网页 12/300');
  const half = { text: '生成网页', done: 150, total: 300, share: 0.5 };
  expect(describeStep(half, 2999)).toBe('生成网页 150/300');
  expect(describeStep(half, 40_000)).toBe('生成网页 150/300，约剩 40 秒');
  expect(describeStep(half, 150_000)).toBe('生成网页 150/300，约剩 3 分钟');
  expect(describeStep(half, 7_200_000)).toBe('生成网页 150/300，约剩 2 小时');
  expect(describeStep({ text: '检查链接', share: 1 }, 40_000)).toBe('检查链接');
});
