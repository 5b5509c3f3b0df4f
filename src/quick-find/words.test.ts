import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldUnits } from '../search/text/fold.ts';
import { divideWords, numberSpellings, quickFindQueries } from './words.ts';

/** The words that Pagefind makes of a divided text: it divides at white space and zero-width spaces. */
const words = (text: string) =>
  ` ${divideWords(text)
    .split(/[\s\u200b]+/u)
    .join(' ')} `;

/** Text with every kind of character that official letters have. */
const officialText = fc.string({
  unit: fc.constantFrom(...Array.from('关于农村饮水〔〕（）、。 \n0159ab𠮷Ｇ')),
  maxLength: 40,
});

describe('what is indexed', () => {
  test.each([
    ['提高GDP增长', ' 提 高 gdp 增 长 。 '],
    ['吉发改议〔2019〕5号', ' 吉 发 改 议 2019 5 号 。 '],
    ['第00283号', ' 第 283 号 。 '],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test('shows a space only where punctuation was', () => {
    expect(divideWords('农业、农村〔2019〕5号').replaceAll('\u200b', '')).toBe('农业 农村 2019 5号。');
  });
});

describe('what is searched', () => {
  test('any part of a text is a phrase of its words', () => {
    const part = officialText.chain((text) =>
      fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)),
    );
    fc.assert(
      fc.property(part, ([text, one, other]) => {
        const units = foldUnits(text);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        // Runs of letters and digits are one word, of which only the whole is found.
        const inside = units.filter((unit) => unit.from >= from && unit.to <= to);
        const typed = text.slice(inside[0]?.from, inside.at(-1)?.to).replace(/\s+/gu, '、');
        for (const query of quickFindQueries(typed))
          expect(words(text)).toContain(` ${query.replaceAll('"', '')} `);
      }),
    );
  });

  test.each([
    ['农村 饮水', ['"农 村"', '"饮 水"']],
    ['关于统筹农村', ['"统 筹 农 村"']],
    ['关于统', ['"关 于 统"']],
    ['关于', []],
    ['关', []],
    ['〔〕', []],
    ['GD', ['gd']],
    ['283', ['"283"']],
    ['水', ['"水"']],
    ['第００283号', ['"第 283 号"']],
  ])('%s', (text, expected) => {
    expect(quickFindQueries(text)).toEqual(expected);
  });

  test.each([
    '吉发改议〔2019〕5号',
    '吉发改议[2019]第005号',
    '吉发改议（２０１９年）5',
    '吉发改议 2019-5',
    '吉发改议【2019】 5号',
  ])('the document number as %s', (typed) => {
    const [query = '', ...others] = quickFindQueries(typed);
    expect(others).toEqual([]);
    expect(words('吉发改议〔2019〕5号')).toContain(` ${query.replaceAll('"', '')} `);
  });

  test('a number that its office spells differently is indexed by its key, too', () => {
    expect(numberSpellings('吉发改议〔2019〕5号')).toEqual(['吉发改议〔2019〕5号']);
    expect(numberSpellings('吉发改议〔2019〕第005号')).toEqual([
      '吉发改议〔2019〕第005号',
      '吉 发 改 议 2019 5',
    ]);
  });
});
