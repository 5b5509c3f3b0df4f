import { expect, test } from 'vitest';
import { isOutcomeSubclass, labelledOutcome, readBareOutcome, readOutcome, writeOutcome } from './outcome.ts';

test.each([
  ['复文类别:B', 'B'],
  ['类型:B类', 'B'],
  ['提案办理结果标注:C', 'C'],
  ['分类标记:A', 'A'],
  ['(办理结果:A类)', 'A'],
  ['答复件类别:A类(所提问题已经解决或基本解决)', 'A'],
  ['办理情况:A(已解决)', 'A'],
  ['[办理结果标注(A1)]', 'A1'],
  ['分类标识:乙', '乙'],
])('%s', (text, letter) => {
  const found = labelledOutcome(text);
  expect(found?.text).toBe(letter);
  expect(text.slice(found?.index ?? -1).startsWith(letter)).toBe(true);
});

test.each(['编号:A', '主题分类:A', '办理结果:A1234', '类别:提案', '办理情况:已办结'])(
  '%s states none',
  (text) => {
    expect(labelledOutcome(text)).toBeUndefined();
  },
);

test.each([
  ['A1', 'A1'],
  ['A-2类', 'A-2'],
  ['甲', '甲'],
  ['乙类', '乙'],
  ['已解决(A)', 'A'],
  ['A】【同意公开】', 'A'],
  ['(B类)同意公开', 'B'],
])('the value %s is the class %s', (value, text) => {
  expect(readOutcome(value)?.text).toBe(text);
});

test('a class is written without a hyphen, and a digit makes it a sub-class', () => {
  expect(writeOutcome('A-2')).toBe('A2');
  expect(isOutcomeSubclass('A2')).toBe(true);
  expect(isOutcomeSubclass('A')).toBe(false);
});

test('甲 alone on a line may number an item', () => {
  expect(readBareOutcome('甲')).toBeUndefined();
  expect(readBareOutcome('甲类')?.text).toBe('甲');
  expect(readBareOutcome('A')?.text).toBe('A');
});
