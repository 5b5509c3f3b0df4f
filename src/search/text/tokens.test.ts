import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldUnits } from './fold.ts';
import { containsText } from './scan.ts';
import { tokenizePhrase, tokenize, unitMark, type Phrase } from './tokens.ts';
import { officialText } from './official-text.fixture.ts';

describe('folding', () => {
  test.each([
    ['提高GDP增长', '提 高 gdp 增 长'],
    ['第 283 号 委员', '第 283 号 委 员'],
    ['吉发改议〔2019〕5号', '吉 发 改 议 |2019 |5 号'],
    ['ＧＤＰ２０１９', 'gdp2019'],
    ['Visual Studio 软件', 'visual |studio 软 件'],
    ['二〇一九年⼀月', '二 〇 一 九 年 一 月'],
    ['Café ǅ Straße ΟΔΟΣ', 'cafe |dz |strasse |οδοσ'],
    ['创新，发展。', '创 新 |发 展'],
    ['a\u200bb c\u00add', 'ab |cd'],
    ['𠮷野𫝆', '𠮷 野 𫝆'],
    ['①级，10² Ⅳ级', '级 |10 |iv 级'],
  ])('%s', (text, expected) => {
    expect(
      foldUnits(text)
        .map((unit) => (unit.breakBefore ? '|' : '') + unit.text)
        .join(' '),
    ).toBe(expected);
  });

  test('gives the range of each unit', () => {
    fc.assert(
      fc.property(officialText, (text) => {
        for (const { text: unit, from, to } of foldUnits(text)) {
          expect(foldUnits(text.slice(from, to)).map((inner) => inner.text)).toEqual([unit]);
        }
      }),
    );
  });
});

describe('tokens', () => {
  test('are every unit with what follows it', () => {
    expect(tokenize('提高GDP，增长')).toEqual(['提高', '高gdp,', 'gdp,增', '增长.', '长.']);
  });

  test('of a substring are a contiguous part of the tokens of the text', () => {
    fc.assert(
      fc.property(officialText, fc.nat(), fc.nat(), (text, a, b) => {
        const units = foldUnits(text);
        fc.pre(units.length > 0);
        const first = a % units.length;
        const last = first + (b % (units.length - first));
        const part = text.slice(units[first]?.from, units[last]?.to);
        fc.pre(last > first);
        const [phrase, tokens] = [tokenizePhrase(part), tokenize(text).slice(first, last)];
        expect(phrase).toHaveLength(tokens.length);
        for (const [offset, allowed] of phrase.entries()) expect(allowed).toContain(tokens[offset]);
      }),
    );
  });

  test('contain no capital letter and no line end, which separate them in the files', () => {
    fc.assert(
      fc.property(officialText, (text) => {
        for (const token of [...tokenize(text), ...unitsOf([text])]) expect(token).not.toMatch(/[A-Z\n]/);
      }),
    );
  });
});

describe('a phrase', () => {
  test('is the tokens of a text without the last', () => {
    expect(tokenizePhrase('吉发改议〔2019〕5号')).toEqual([
      ['吉发'],
      ['发改'],
      ['改议,'],
      ['议,2019,'],
      ['2019,5'],
      ['5号', '5号,', '5号.'],
    ]);
    expect(tokenizePhrase('号')).toEqual([['号!']]);
    expect(tokenizePhrase('〔〕')).toEqual([]);
  });

  test('occurs exactly where a scan finds the text, with all of its tokens or some left out', () => {
    fc.assert(
      fc.property(
        fc.array(officialText, { maxLength: 4 }),
        officialText,
        fc.boolean(),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        (blocks, other, own, leave) => {
          const source = own ? (blocks[0] ?? other) : other;
          const tokens = [...blocks.flatMap(tokenize), ...unitsOf(blocks)];
          for (const query of [source, source.slice(1, 4), source.slice(-3), source.slice(0, 2)]) {
            const phrase = tokenizePhrase(query);
            const occurs = containsText(blocks, query);
            expect(holds(tokens, phrase, [...phrase.keys()]), query).toBe(occurs);
            expect(holds(tokens, phrase, withGaps(phrase.length, leave)), query).toBe(occurs);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('with gaps does not match across two texts', () => {
    const tokens = ['创新', '发展'].flatMap(tokenize);
    expect(holds(tokens, tokenizePhrase('创新，发展'), [0, 2])).toBe(false);
    expect(holds(tokenize('创新，发展'), tokenizePhrase('创新，发展'), [0, 2])).toBe(true);
  });
});

/** The tokens of single units: what a search for one looks up. */
function unitsOf(blocks: readonly string[]): string[] {
  return blocks.flatMap((block) => foldUnits(block).map(({ text }) => text + unitMark));
}

/** Offsets of a phrase, at most two apart; `leave`, repeated, says which are left out. */
function withGaps(length: number, leave: readonly boolean[]): number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < length; offset += 1) {
    const isLeftOut =
      offsets.at(-1) === offset - 1 && offset < length - 1 && (leave[offset % leave.length] ?? false);
    if (!isLeftOut) offsets.push(offset);
  }
  return offsets;
}

/** Whether some tokens match a phrase at these offsets. */
function holds(tokens: readonly string[], phrase: Phrase, offsets: readonly number[]): boolean {
  if (phrase.length === 0) return false;
  return tokens.some((_, at) =>
    offsets.every((offset) => phrase[offset]?.includes(tokens[at + offset] ?? '') ?? false),
  );
}
