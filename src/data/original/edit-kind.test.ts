import { expect, test } from 'vitest';
import { describeEdits, kindOfEdit } from './edit-kind.ts';

const edit = { rule: 'x', at: 0 };

test.each([
  [1, '2020年 07月 28日', '2020-07-28', 'marks'],
  [2, ',', '，', 'marks'],
  [2, ' ', '', 'space'],
  [1, '\r\n', '\n', 'space'],
  [3, '[2019]', '〔2019〕', 'marks'],
  [3, '己经', '已经', 'words'],
  [3, '', '虚构市水利局', 'words'],
] as const)('an edit of tier %i from %j to %j changes %s', (tier, before, after, kind) => {
  expect(kindOfEdit({ ...edit, tier, before, after })).toBe(kind);
});

test('a difference is described by its words first', () => {
  expect(describeEdits({ words: 0, format: 242 })).toBe('文字改动 0 处；标点、空格等格式规范 242 处');
});
