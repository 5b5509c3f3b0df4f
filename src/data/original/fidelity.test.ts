import { expect, test } from 'vitest';
import { describeFidelity } from './fidelity.ts';

const decoded = '标题: 甲\n魏兰委员:\n收悉,现 答复如下';

test('an edit is shown with the context of its line', () => {
  const { words, format, rules } = describeFidelity({
    decoded,
    edits: [
      { rule: 'full-width', tier: 1, at: 10, before: ':', after: '：' },
      { rule: 'full-width', tier: 1, at: 14, before: ',', after: '，' },
      { rule: 'han-space', tier: 1, at: 16, before: ' ', after: '' },
    ],
    dropped: [],
  });
  expect({ words, format }).toEqual({ words: 0, format: 3 });
  expect(rules.map(({ rule }) => rule)).toEqual(['full-width', 'han-space']);
  expect(rules[0]?.edits[0]).toEqual({ line: 2, left: '魏兰委员', before: ':', after: '：', right: '' });
  expect(rules[1]?.edits[0]).toEqual({ line: 3, left: '收悉,现', before: '␣', after: '', right: '答复如下' });
});

test('edits that change words come first, however few they are', () => {
  const { words, format, rules } = describeFidelity({
    decoded,
    edits: [
      { rule: 'full-width', tier: 1, at: 10, before: ':', after: '：' },
      { rule: 'full-width', tier: 1, at: 14, before: ',', after: '，' },
      { rule: 'lookalike', tier: 3, at: 15, before: '现', after: '现在' },
    ],
    dropped: [],
  });
  expect({ words, format }).toEqual({ words: 1, format: 2 });
  expect(rules.map(({ rule }) => rule)).toEqual(['lookalike', 'full-width']);
});

test('an omission says what was left out and why; blank ones are not listed', () => {
  const { omissions } = describeFidelity({
    decoded,
    edits: [],
    dropped: [
      { at: 0, length: 3, why: 'label' },
      { at: 3, length: 1, why: 'label' },
    ],
  });
  expect(omissions).toEqual([{ line: 1, text: '标题:', reason: '表头的项目名称，本页另行标注' }]);
});

test('what was left out to protect people is not shown, not even as context of an edit', () => {
  const { rules, omissions } = describeFidelity({
    decoded: '甲,电话12345',
    edits: [{ rule: 'full-width', tier: 1, at: 1, before: ',', after: '，' }],
    dropped: [{ at: 2, length: 7, why: 'private' }],
  });
  expect(rules[0]?.edits[0]?.right).toBe('＊＊＊＊＊＊');
  expect(omissions).toEqual([{ line: 1, text: '＊＊＊＊＊＊＊', reason: '联系方式' }]);
});
