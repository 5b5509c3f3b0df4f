import { afterEach, expect, test, vi } from 'vitest';
import { replaceSynonyms } from './synonyms.ts';
import { simplifyText } from './simplified-text.ts';
import { findKnownWords } from './query-words.ts';
import { cutText, isWholeWords } from './word-boundaries.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

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

test('where the browser knows no words, a stretch of letters is one', async () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
  expect(cutText('养老园，2019年')).toEqual([
    { text: '养老园', from: 0, isWord: true },
    { text: '，', from: 3, isWord: false },
    { text: '2019年', from: 4, isWord: true },
  ]);
  const tests = {
    occurs: (text: string) => Promise.resolve(text === '养老院'),
    isNamed: () => Promise.resolve(false),
  };
  expect(await findKnownWords('养老院，加装电梯', tests)).toEqual(['养老院']);
});
