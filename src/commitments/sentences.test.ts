import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSentences, maskQuotations } from './folded-text.ts';
import { splitClauses, splitSentences } from './sentences.ts';

function texts(block: string): string[] {
  return splitSentences(block).map(({ text }) => text);
}

describe('sentences', () => {
  test('end at 。！？； of either width, the mark included', () => {
    expect(texts('甲桥已修好。乙桥在修；丙桥将修!  感谢')).toEqual([
      '甲桥已修好。',
      '乙桥在修；',
      '丙桥将修!',
      '感谢',
    ]);
  });

  test('a mark inside quotation marks or brackets ends none', () => {
    expect(texts('您提出的“修桥。铺路”（见附件；共两页）收悉。')).toEqual([
      '您提出的“修桥。铺路”（见附件；共两页）收悉。',
    ]);
  });

  test('a colon ends none, but a lead-in is cut off before its first item', () => {
    expect(texts('措施如下：加强管理。下一步将做好：一是修桥；二是铺路。')).toEqual([
      '措施如下：加强管理。',
      '下一步将做好：',
      '一是修桥；',
      '二是铺路。',
    ]);
  });

  test('a number with a point is no end', () => {
    expect(texts('投资1.5亿元。')).toEqual(['投资1.5亿元。']);
  });

  test('clauses have their offsets in the sentence', () => {
    const [sentence] = splitSentences('下一步，我局将修桥：明年完工。');
    expect(splitClauses(sentence?.masked ?? '')).toEqual([
      { text: '下一步', at: 0, colon: false },
      { text: '我局将修桥', at: 4, colon: true },
      { text: '明年完工', at: 10, colon: false },
    ]);
  });

  test('sentences are parts of their block, in order and without blanks around them', () => {
    const character = fc.constantFrom(...Array.from('甲乙，。；：！“”（）《》"一是1.、 \u3000将,;'));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120 }), (characters) => {
        const block = characters.join('');
        let from = 0;
        for (const { text, folded, masked } of splitSentences(block)) {
          const at = block.indexOf(text, from);
          expect(at).toBeGreaterThanOrEqual(from);
          expect([folded.length, masked.length]).toEqual([text.length, text.length]);
          expect(text).toBe(text.trim());
          from = at + text.length;
        }
      }),
    );
  });
});

describe('folding', () => {
  test('makes script, width and digits one, and keeps every place', () => {
    expect(foldForSentences('２０２６年,我局將會完工(見附件)')).toBe('2026年，我局将会完工（见附件）');
  });

  test('leaves numbers with commas and texts in simplified script alone', () => {
    expect(foldForSentences('投资1,500万元')).toBe('投资1,500万元');
  });

  test('masks what is quoted or in brackets, ordinals apart', () => {
    expect(maskQuotations('（一）将“甲”纳入《乙丙》（丁）')).toBe('（一）将“○”纳入《○○》（○）');
  });

  test('does not mask from a mark that is never closed', () => {
    expect(maskQuotations('将“甲纳入规划')).toBe('将“甲纳入规划');
  });

  test('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(maskQuotations(foldForSentences(text)).length).toBe(text.length);
      }),
    );
  });
});
