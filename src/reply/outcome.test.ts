import { expect, test } from 'vitest';
import { isFinerOutcome, labelledOutcome } from './outcome.ts';

test.each([
  ['复文类别:B', 'B'],
  ['类型:B类', 'B'],
  ['提案办理结果标注:C', 'C'],
  ['分类标记:A', 'A'],
  ['(办理结果:A类)', 'A'],
  ['答复件类别:A类(所提问题已经解决或基本解决)', 'A'],
  ['办理情况:A(已解决)', 'A'],
  ['办理结果:A1', 'A1'],
  ['办理结果:B2类', 'B2'],
  ['办理结果:甲类', '甲'],
])('%s', (text, letter) => {
  const found = labelledOutcome(text);
  expect(found?.text).toBe(letter);
  expect(text.startsWith(letter, found?.index)).toBe(true);
});

test.each(['编号:A', '主题分类:A', '办理结果:A12', '办理结果:A-1', '类别:提案', '办理情况:已办结'])(
  '%s states none',
  (text) => {
    expect(labelledOutcome(text)).toBeUndefined();
  },
);

test('a sub-class in a form of its own is distinguished from a class', () => {
  expect(isFinerOutcome('A-1')).toBe(true);
  expect(isFinerOutcome('A12')).toBe(true);
  expect(isFinerOutcome('A1')).toBe(false);
  expect(isFinerOutcome('A类')).toBe(false);
});
