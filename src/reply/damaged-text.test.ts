import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDamage } from './damaged-text.ts';

const kinds = (text: string) => findDamage(text).map(({ kind, text: found }) => `${kind} ${found}`);

describe('damage that a text shows', () => {
  test.each([
    ['管网\uFFFD\uFFFD惠及三个村', 'replacement-character \uFFFD\uFFFD'],
    ['管网\uE5C5工程', 'private-use \uE5C5'],
    ['答复如下：□□□□感谢', 'blank-boxes □□□□'],
    ['供?管网', 'question-marks ?'],
    ['（二）?质现状', 'question-marks ?'],
    ['供????网', 'question-marks ????'],
    ['管网锟斤拷锟斤拷改造', 'mojibake 锟斤拷锟斤拷'],
    ['管网烫烫烫烫', 'mojibake 烫烫烫烫'],
    ['管网改造[甲1]已完成', 'comment-anchor [甲1]'],
    ['管网改造[批注12]已完成', 'comment-anchor [批注12]'],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual([expected]);
  });
});

describe('no damage', () => {
  test.each([
    '为什么没有通水?我们作了调查',
    '能否加装电梯?经研究',
    '何时完工？年底前',
    '□是 □否',
    '见附件[1]和[图2]',
    'https://dafu.example/?页=1',
    '屯屯通公路',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('every damage is a range of the text, in order', () => {
  const piece = fc.constantFrom('水', '?', '□', '\uFFFD', '锟斤拷', '吗', '。', '[甲1]', '\uE000', 'a', '烫');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { index, length, text: found } of findDamage(text)) {
        expect(text.slice(index, index + length)).toBe(found);
        expect(index).toBeGreaterThanOrEqual(end);
        end = index + length;
      }
    }),
  );
});
