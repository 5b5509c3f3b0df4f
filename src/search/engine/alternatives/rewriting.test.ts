import { expect, test } from 'vitest';
import { replaceSynonyms } from './synonyms.ts';
import { simplifyText } from './simplified-text.ts';
import { isWholeWords } from './word-boundaries.ts';

const groups = [
  ['养老院', '敬老院', '福利院'],
  ['院', '机构'],
  ['补贴', '补助'],
];

test.each([
  ['敬老院', ['养老院', '福利院']],
  ['敬老院补助', ['养老院补助', '福利院补助']],
  ['补助', ['补贴']],
  ['校车', []],
])('%s is also %o', (text, others) => {
  expect(replaceSynonyms(text, groups)).toEqual(others);
});

test('characters without a simplified form stay', () => {
  const table = { traditional: '養裝', simplified: '养装' };
  expect(simplifyText('"加裝 A" -養老', table)).toBe('"加装 A" -养老');
});

test.each([
  ['关于养老建设的提案', '养老', true],
  ['关于养老建设的提案', '养老建设', true],
  ['关于养老建设的提案', '养老建', false],
  ['关于养老建设的提案', '老建设', false],
])('in %s %s is whole: %s', (name, part, whole) => {
  const at = name.indexOf(part);
  expect(isWholeWords(name, at, at + part.length)).toBe(whole);
});
