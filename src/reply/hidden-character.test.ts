import { expect, test } from 'vitest';
import { describeHidden, hiddenCharacters } from './hidden-character.ts';

test.each([
  ['a control', '\0'],
  ['an escape', '\u001b'],
  ['a C1 control', '\u009b'],
  ['a carriage return of its own', '\r'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a right-to-left override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a direction mark', '\u200f'],
  ['an Arabic letter mark', '\u061c'],
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner between Han characters', '\u200d'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['a tag', '\u{e0041}'],
  ['an interlinear annotation', '\ufff9'],
  ['a noncharacter', '\uffff'],
  ['a lone surrogate', '\ud800'],
])('%s is hidden', (_, character) => {
  expect(hiddenCharacters(`甲${character}乙`)).toEqual([{ index: 1, character }]);
});

test.each([
  ['tabs and line ends', '甲\t乙\n丙\r\n丁'],
  ['a variant of a Han character', '\u845b\u{e0100}城、辻\ufe00'],
  ['an emoji of several', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f\u200d\u{1f525}'],
  ['a joiner of Arabic script', '\u0645\u06cc\u200c\u062e'],
  ['Mongolian separators', '\u182a\u180e\u1820\u180b'],
  ['an ideographic space', '\u3000\u3000甲'],
  ['characters of private use', '\ue000'],
])('%s may be written', (_, text) => {
  expect(hiddenCharacters(text)).toEqual([]);
});

test('a second variation selector after the first is hidden: a run of them can encode a text', () => {
  expect(hiddenCharacters('葛\u{e0100}\u{e0101}\u{e0102}').map(({ index }) => index)).toEqual([3, 5]);
});

test('a hidden character is described by kind and code point', () => {
  expect(['\0', '\u202e', '\u2029', '\u200b', '\uffff'].map(describeHidden)).toEqual([
    '控制字符 U+0000',
    '书写方向标记 U+202E',
    '特殊换行符 U+2029',
    '看不见的字符 U+200B',
    '无效字符 U+FFFF',
  ]);
});
