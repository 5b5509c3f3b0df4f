import { expect, test } from 'vitest';
import { fieldOf, misreadLabel } from './labels.ts';

test('a label is known whatever spaces, bullet and colon it has', () => {
  for (const label of ['索引号', '索 引 号', '索引号:', '· 索引号', '- 索引号'])
    expect(fieldOf(label)).toBe('indexNumber');
  expect(fieldOf('复文标题:')).toBe('title');
  expect(fieldOf('建议提案标题')).toBe('proposalTitle');
  expect(fieldOf('索引')).toBeUndefined();
});

test('a label of three or more characters may have one wrong character', () => {
  expect(misreadLabel('宏引号')).toEqual({ label: '索引号', field: 'indexNumber' });
  expect(misreadLabel('宏弓号')).toBeUndefined();
  // A word of two characters resembles too many others, such as 标题.
  expect(misreadLabel('柿题')).toBeUndefined();
});
