import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listPinyinReadings } from '../../indexing/pinyin-readings.ts';
import { findWordsByPinyin, readPinyin } from './pinyin-words.ts';

const names = new Map([
  ['关于加快养老服务发展的提案', 2],
  ['关于绿化女职工宿舍的建议', 1],
  ['西安路停车', 1],
  ['增长', 1],
]);
const readings = listPinyinReadings(names.keys());

test.each([
  ['yanglao', 'yanglao'],
  ["Yang'lao", 'yanglao'],
  ['yǎng lǎo', undefined],
  ['nü zhi gong', 'nvzhigong'],
  ['yl', undefined],
  ['养老', undefined],
  ['yanglao2019', undefined],
  ['y'.repeat(49), undefined],
])('%s is read as %s', (text, letters) => {
  expect(readPinyin(text)).toBe(letters);
});

test.each([
  ['yanglao', ['养老']],
  ['lvhua', ['绿化']],
  ['nvzhigong', ['女职工']],
  ['xian', ['西安']],
  ['zengzhang', ['增长']],
  ['yanglaof', []],
  ['anglao', []],
])('%s leads to %o', (letters, words) => {
  expect(findWordsByPinyin(letters, { readings }, names)).toEqual(words);
});

test('the word that most letters have comes first', () => {
  const own = new Map([
    ['市政', 1],
    ['试证', 3],
    ['事证', 2],
  ]);
  expect(findWordsByPinyin('shizheng', { readings: listPinyinReadings(own.keys()) }, own)).toEqual([
    '试证',
    '事证',
    '市政',
  ]);
});

test('every stretch of a name is found by how it is read', () => {
  const syllableOf = (character: string) =>
    Array.from(readings.matchAll(/([a-z]+)([^a-z]+)/g)).find(([, , read = '']) =>
      read.includes(character),
    )?.[1];
  const [name = ''] = names.keys();
  fc.assert(
    fc.property(fc.nat(name.length - 2), fc.integer({ min: 2, max: 8 }), (from, length) => {
      const word = name.slice(from, from + length);
      const letters = Array.from(word, syllableOf).join('');
      expect(findWordsByPinyin(letters, { readings }, names)).toContain(word);
    }),
  );
});
