import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listPinyinReadings } from './pinyin-readings.ts';

/** The readings of a character, out of a list. */
function readingsOf(character: string, list = listPinyinReadings([character])): string[] {
  return Array.from(list.matchAll(/([a-z]+)(\P{ASCII}+)/gu)).flatMap(([, syllable = '', read = '']) =>
    read.includes(character) ? [syllable] : [],
  );
}

test.each([
  ['养', ['yang']],
  ['老', ['lao']],
  ['绿', ['lu', 'lv']],
  ['女', ['nv', 'ru']],
  ['略', ['lve']],
  ['长', ['chang', 'zhang']],
  ['重', ['chong', 'zhong']],
  ['行', ['hang', 'xing']],
  ['省', ['sheng', 'xing']],
  ['翀', ['chong']],
])('%s is read %o', (character, readings) => {
  expect(readingsOf(character).sort()).toEqual(readings);
});

test('what is no Han character has no reading', () => {
  expect(listPinyinReadings(['GDP 增长，2019〔5〕'])).toBe('chang长zeng增zhang长');
});

test('the list depends on the characters, not on their order or number', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('养老机构加装电梯长春市重庆')) });
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(listPinyinReadings(texts)).toBe(
        listPinyinReadings([Array.from(texts.join('')).reverse().join('')]),
      );
    }),
  );
});
