import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommonText, type CommonText } from './common-passages.ts';
import { foldLetter, inventParagraphs } from './copied-letters.fixture.ts';

const [one = '', two = '', three = '', four = '', ...others] = inventParagraphs(9, 7);
const textOf = ({ units }: ReturnType<typeof foldLetter>, from: number, length: number) =>
  String.fromCharCode(...units.subarray(from, from + length));

test('a letter that was copied whole is one passage', () => {
  const letter = foldLetter([one, two]);
  const { length } = letter.units;
  expect(findCommonText(letter, letter)).toEqual({
    passages: [{ first: 0, second: 0, length }],
    shareOfFirst: 1,
    shareOfSecond: 1,
  });
});

test('paragraphs that were put in another order are found', () => {
  const [a, b] = [foldLetter([one, two, three]), foldLetter([three, one, two])];
  expect(findCommonText(a, b)).toMatchObject({ passages: [{}, {}], shareOfFirst: 1, shareOfSecond: 1 });
});

test('the share is that of each letter', () => {
  const [short, long] = [foldLetter([one]), foldLetter([two, one, three, four])];
  const { shareOfFirst, shareOfSecond } = findCommonText(short, long);
  expect(shareOfFirst).toBe(1);
  expect(shareOfSecond).toBeCloseTo(short.units.length / long.units.length, 1);
});

test('reworded text is found between the other words', () => {
  const reworded = one.replace(/(.{18})../gu, '$1另词');
  const { shareOfFirst, passages } = findCommonText(foldLetter([one]), foldLetter([reworded]));
  expect(shareOfFirst).toBeGreaterThan(0.8);
  expect(passages.length).toBeGreaterThan(5);
});

test('a phrase that two letters happen to share is no copy', () => {
  const phrase = '对以上答复您有什么意见请及时反馈';
  const [a, b] = [foldLetter([one, phrase, two]), foldLetter([three, phrase, four])];
  expect(findCommonText(a, b).passages).toEqual([]);
});

/** Letters that copy from each other: of paragraphs, some with words taken out. */
const letter = fc
  .array(fc.tuple(fc.constantFrom(one, two, three, ...others), fc.nat(60), fc.nat(150)), { maxLength: 5 })
  .map((cuts) => foldLetter(cuts.map(([text, from, length]) => text.slice(from, from + length))));

test('passages are the same in both letters, overlap in neither, and make up the shares', () => {
  fc.assert(
    fc.property(letter, letter, (a, b) => {
      const { passages, shareOfFirst, shareOfSecond } = findCommonText(a, b);
      for (const { first, second, length } of passages)
        expect(textOf(a, first, length)).toBe(textOf(b, second, length));
      for (const side of ['first', 'second'] as const) {
        const sorted = passages.toSorted((p, q) => p[side] - q[side]);
        for (const [at, passage] of sorted.entries())
          expect(passage[side] + passage.length).toBeLessThanOrEqual(sorted[at + 1]?.[side] ?? Infinity);
      }
      const sum = passages.reduce((total, { length }) => total + length, 0);
      expect(shareOfFirst * a.units.length).toBeCloseTo(sum);
      expect(shareOfSecond * b.units.length).toBeCloseTo(sum);
      expect(Math.max(shareOfFirst, shareOfSecond)).toBeLessThanOrEqual(1);
    }),
  );
});

test('what two letters share does not depend on which is the first', () => {
  const mirror = ({ passages, shareOfFirst, shareOfSecond }: CommonText): CommonText => ({
    passages: passages
      .map(({ first, second, length }) => ({ first: second, second: first, length }))
      .sort((p, q) => p.first - q.first),
    shareOfFirst: shareOfSecond,
    shareOfSecond: shareOfFirst,
  });
  fc.assert(
    fc.property(letter, letter, (a, b) => {
      expect(findCommonText(a, b)).toEqual(mirror(findCommonText(b, a)));
    }),
  );
});

test.each(['加', '加强管理', '加强管理、落实责任；'])(
  'letters that repeat “%s” are compared in linear time',
  (text) => {
    // A quadratic search would need minutes.
    const letters = [59_000, 60_000].map((length) => foldLetter([text.repeat(length / text.length)]));
    const [a, b] = letters;
    if (a && b) expect(findCommonText(a, b).shareOfFirst).toBeGreaterThan(0.9);
  },
);
