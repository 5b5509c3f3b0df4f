import { expect, test } from 'vitest';
import { readHeaderBlock } from './header-block.ts';
import { linesOf } from './lines.ts';

/** The fields that are read, with label and value as texts. */
function fieldsOf(text: string): (string | undefined)[][] {
  const { fields } = readHeaderBlock(text, linesOf(text));
  return fields.map(({ name, label, value }) => [
    name,
    text.slice(label.at, label.end),
    value && text.slice(value.at, value.end),
  ]);
}

test.each([
  ['on one line', '索引号：01500000-2-/2019-0628001 发布日期：2021-09-13'],
  ['in brackets', '【索引号】01500000-2-/2019-0628001【发布日期】2021-09-13'],
  ['without colons', '索引号 01500000-2-/2019-0628001 发布日期 2021-09-13'],
  ['in cells', '索引号：\t01500000-2-/2019-0628001\t发布日期：\t2021-09-13'],
  ['on alternating lines', '索引号\n01500000-2-/2019-0628001\n发布日期\n2021-09-13'],
])('labels and values are read %s', (_, text) => {
  const [number, day] = fieldsOf(text);
  expect([number?.[0], number?.[2]]).toEqual(['indexNumber', '01500000-2-/2019-0628001']);
  expect([day?.[0], day?.[2]]).toEqual(['publishedOn', '2021-09-13']);
});

test('an item of a list may have nothing between label and value', () => {
  const list = '- 索引号000014348/2020-04273\n- 发布机构青禾市水利局\n- 发布日期2021-09-13\n- 有效性有效';
  expect(fieldsOf(list)).toEqual([
    ['indexNumber', '索引号', '000014348/2020-04273'],
    ['issuer', '发布机构', '青禾市水利局'],
    ['publishedOn', '发布日期', '2021-09-13'],
    ['none', '有效性', '有效'],
  ]);
  expect(fieldsOf('- 发布日期待定\n发布机构青禾市水利局')).toEqual([]);
});

test('one blank line may separate a label from its value, two may not', () => {
  expect(fieldsOf('发布日期\n\n2021-09-13')).toEqual([['publishedOn', '发布日期', '2021-09-13']]);
  expect(fieldsOf('发布日期\n\n\n2021-09-13')).toEqual([['publishedOn', '发布日期', undefined]]);
});

test('a value that does not fit its label is none, and a phrase of prose is not a label', () => {
  expect(fieldsOf('发布日期\n青禾县')).toEqual([['publishedOn', '发布日期', undefined]]);
  expect(fieldsOf('他来到县里的时间：去年')).toEqual([]);
});
