import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { findSignature } from './signature.ts';

const date = '2024年5月22日';

/** The lines of the signature below the first of `lines`, as texts. */
function signatureOf(...lines: string[]): string[] | undefined {
  const read = linesOf(lines.join('\n\n'));
  const found = findSignature(read, 0);
  return found && read.slice(found.first, found.last + 1).map(({ tight }) => tight.text);
}

/** A sentence with so many characters. */
const sentence = (length: number) => `${'青石河已疏浚。'.repeat(length).slice(0, length - 1)}。`;

describe('a date without an agency', () => {
  test('is not the signature while running text of the letter follows', () => {
    expect(signatureOf('收悉。', '工程开工于', date, sentence(30))).toBeUndefined();
  });

  test('is the signature if only a short remark follows', () => {
    expect(signatureOf('收悉。', '已开工。', date, sentence(29))).toEqual([date]);
  });

  test('is the signature if an annex or the footer of the page follows before any text', () => {
    for (const below of ['附件：工程清单', '上一篇：工作动态', '抄送：县人大常委会'])
      expect(signatureOf('收悉。', '已开工。', date, below, sentence(60))).toEqual([date]);
  });
});

describe('a block of an agency and a date', () => {
  const agency = '青禾县水务局';

  test('is the signature although running text follows, such as the proposal itself', () => {
    expect(signatureOf('收悉。', agency, date, sentence(60))).toEqual([agency, date]);
  });

  test('wins over an earlier date alone', () => {
    expect(signatureOf('收悉。', date, '已开工。', agency, date)).toEqual([agency, date]);
  });

  test('may be interrupted by up to three lines of contacts and approval', () => {
    const between = ['联系人：某某', '联系电话：0500-0000000', '分管领导：某某'];
    expect(signatureOf('收悉。', agency, ...between, date)).toEqual(
      [agency, ...between, date].map((text) => text.replace('：', ':')),
    );
    expect(signatureOf('收悉。', agency, ...between, '签发：某某', date)).not.toContain(agency);
  });

  test('has the date in either order and every agency that signs', () => {
    expect(signatureOf('收悉。', date, agency)).toEqual([date, agency]);
    const agencies = [agency, '青禾县财政局', '青禾县教育局'];
    expect(signatureOf('收悉。', ...agencies, date)).toEqual([...agencies, date]);
  });

  test('may be on one line with whoever is in charge', () => {
    const line = '承办单位：青禾县水务局  单位负责人：  二〇二四年五月二十二日';
    const found = findSignature(linesOf(`收悉。\n\n${line}`), 0);
    expect(found?.agencies.map(({ name }) => name)).toEqual([agency]);
    expect(found?.date?.reading.readings).toEqual(['2024-05-22']);
  });
});
