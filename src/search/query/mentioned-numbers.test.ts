import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMentionedNumbers } from './mentioned-numbers.ts';
import { numberKey } from './number-key.ts';

/** Of each number the keys of its readings, and the session in the last of them. */
function mentioned(text: string) {
  return findMentionedNumbers(text).map((readings) => {
    const session = readings.at(-1)?.session;
    return { keys: [...new Set(readings.map(({ key }) => key))], ...(session && { session }) };
  });
}

test.each([
  ['省政协283号', [{ keys: ['283'], session: { assembly: '政协', scope: '省' } }]],
  ['市人大代表第94号建议', [{ keys: ['94'], session: { assembly: '人大', scope: '市' } }]],
  [
    '请查省政协十二届二次会议第0283号提案的答复',
    [{ keys: ['283'], session: { assembly: '政协', scope: '省', term: 12, session: 2 } }],
  ],
  ['第283号', [{ keys: ['283'] }]],
  ['提案283', [{ keys: ['283'] }]],
  ['建议第DH0271号', [{ keys: [numberKey('DH0271')] }]],
  ['您好，283号和284号提案', [{ keys: ['283'] }, { keys: ['284'] }]],
  ['索引号11220000013544357T/2019-01234 的答复', [{ keys: [numberKey('11220000013544357T/2019-01234')] }]],
])('in %s the numbers are %j', (text, numbers) => {
  expect(mentioned(text)).toEqual(numbers);
});

test.each(['去年办理提案283件', '地铁5号线', '6月5号上午', '共有283件', '12号楼', '养老', ''])(
  '%s names no letter by a number',
  (text) => {
    expect(mentioned(text)).toEqual([]);
  },
);

test('a document number is found in any spelling and after any words', () => {
  const code = fc.constantFrom('吉发改议', '京教函', '沪府', '中国民航发改复');
  const words = fc.constantFrom('', '请问', '您的文件已办结，文号：', '文号', '贵局来函');
  const spell = fc.constantFrom(
    (year: number, number: number) => `〔${year}〕${number}号`,
    (year: number, number: number) => `[${year}]第0${number}号`,
    (year: number, number: number) => ` （${year}年） ${number} 号`,
  );
  fc.assert(
    fc.property(
      words,
      code,
      spell,
      fc.integer({ min: 1990, max: 2030 }),
      fc.integer({ min: 1, max: 999 }),
      (before, agency, write, year, number) => {
        const [readings] = mentioned(`${before}${agency}${write(year, number)}，谢谢`);
        expect(readings?.keys).toContain(numberKey(`${agency}〔${year}〕${number}号`));
      },
    ),
  );
});
