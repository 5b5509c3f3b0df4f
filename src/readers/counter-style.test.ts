import { expect, it, test } from 'vitest';
import { writeCounter } from './counter-style.ts';

it.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 21, 99, 100, 105, 110, 1001],
    '一 十 十一 二十 二十一 九十九 一百 一百零五 一百一十 一千零一',
  ],
  ['japaneseCounting', [2, 12, 30], '二 十二 三十'],
  ['chineseLegalSimplified', [1, 10, 25], '壹 壹拾 贰拾伍'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographDigital', [10, 25], '一〇 二五'],
  ['decimalEnclosedCircle', [1, 20, 21, 51], '① ⑳ ㉑ 51'],
  ['decimalZero', [3, 12], '03 12'],
  ['upperRoman', [4, 1999], 'IV MCMXCIX'],
  ['lowerLetter', [1, 27], 'a aa'],
  ['decimalFullWidth', [12], '１２'],
])('writes %s', (style, counts, expected) => {
  expect(counts.map((count) => writeCounter(count, style)).join(' ')).toBe(expected);
});

test('an unknown style gives undefined', () => {
  expect(writeCounter(1, 'toString')).toBeUndefined();
});
