import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doubt, Reading } from '../readers/reading.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { missingFields } from '../record/missing-fields.ts';
import { convertReading, type Conversion } from './convert.ts';
import { withEditorValues } from './editor-values.ts';

const decoded = `云陵教函〔2021〕64号
云陵市教育局关于市政协十二届三次会议第0317号提案的答复（虚构）
周予安、陈安委员：
您提出的《关于改善图书室条件的提案》收悉。现答复如下：
目前，全市有学校212所，其中186所建有图书室，十二届以来新建0317册。
云陵市教育局
2021年7月9日
`;

/** Converts the letter as a scan in which some characters are in doubt. */
function convert(doubts: readonly Doubt[]): Conversion {
  const reading: Reading = {
    format: 'scan',
    decoded,
    marks: [],
    attachments: [],
    messages: [],
    doubts: [...doubts],
  };
  return convertReading(reading, { file: 'a.png', sha256: '0'.repeat(64) });
}

/** A doubt about a part of the letter, where it occurs first or last. */
function doubt(text: string, where: 'first' | 'last' = 'first'): Doubt {
  const at = where === 'first' ? decoded.indexOf(text) : decoded.lastIndexOf(text);
  expect(at).toBeGreaterThanOrEqual(0);
  return { at, length: text.length, page: 1, pictures: [] };
}

const ocrMessages = ({ record: { messages } }: Conversion) =>
  messages.filter(({ rule }) => rule === 'ocr-field');

test('a document number in doubt is neither published nor a field; its reading is offered', () => {
  const conversion = convert([doubt('教函')]);
  const { record } = conversion;
  expect(record.frontmatter.documentNumber).toBeUndefined();
  expect(record.dropped).toEqual([{ at: 0, length: 13, why: 'uncertain' }]);
  expect(ocrMessages(conversion)).toEqual([
    expect.objectContaining({
      line: 1,
      column: 3,
      suggestion: '云陵教函〔2021〕64号',
      text: expect.stringMatching(
        /^发文字号读作“云陵教函〔2021〕64号”，其中第 1 行第 3 字起.*没有采用.*--set documentNumber=…/u,
      ) as string,
    }),
  ]);
  expect(conversion.doubtful).toEqual([{ field: 'documentNumber', reading: '云陵教函〔2021〕64号' }]);
  const stated = withEditorValues(conversion, { documentNumber: '云陵教函〔2021〕64号' }, () => ({
    on: '2031-01-01',
  }));
  expect(stated.record.frontmatter.documentNumber).toBe('云陵教函〔2021〕64号');
  expect(fidelityBreaks(stated.record, stated.record)).toEqual([]);
});

test('of the brackets in a document number no doubt is left by its grammar', () => {
  const brackets = [doubt('〔'), { ...doubt('〕'), rival: ']' }];
  expect(convert(brackets).record.frontmatter.documentNumber).toBe('云陵教函〔2021〕64号');
  const another = [{ ...doubt('〔'), rival: '函【' }];
  expect(convert(another).record.frontmatter.documentNumber).toBeUndefined();
});

test('a number in doubt is left out; the title that states it stays, to be checked', () => {
  const { record, evidence } = convert([doubt('317')]);
  expect(record.frontmatter.proposal).toEqual({
    ...{ assembly: '政协', scope: '市', term: 12, session: 3, kind: '提案' },
    title: '关于改善图书室条件的提案',
  });
  expect(record.frontmatter.title).toContain('第0317号');
  expect(evidence.filter(({ sure }) => !sure).map(({ field }) => field)).toEqual(['title']);
});

test('a numeral is looked for where the meeting is named, not where the same digits are', () => {
  expect(convert([doubt('十二')]).record.frontmatter.proposal).not.toHaveProperty('term');
  const elsewhere = convert([doubt('12所'), doubt('0317', 'last'), doubt('十二届', 'last')]);
  expect(ocrMessages(elsewhere)).toEqual([]);
  expect(elsewhere.record.frontmatter.proposal).toMatchObject({ term: 12, session: 3, number: '0317' });
});

test('a required field in doubt is missing, and is reported with what was read', () => {
  const conversion = convert([doubt('7月'), doubt('教育局', 'last')]);
  expect(missingFields(conversion.record)).toEqual([
    expect.objectContaining({
      field: 'issuer',
      searched: expect.stringMatching(/^见第 6 行：发文机关读作“云陵市教育局”/u) as string,
    }),
    expect.objectContaining({
      field: 'issuedOn',
      searched: expect.stringMatching(/^见第 7 行：成文日期读作“2021-07-09”.*没有采用$/u) as string,
    }),
  ]);
});

test('a doubt about one of several names leaves out all of them', () => {
  expect(convert([doubt('安委')]).record.frontmatter.recipients).toBeUndefined();
  expect(convert([doubt('委员')]).record.frontmatter.recipients).toEqual(['周予安', '陈安']);
});

test('the letter accounts for every character, whatever is in doubt', () => {
  const offset = fc.integer({ min: 0, max: decoded.length - 1 });
  fc.assert(
    fc.property(fc.array(offset, { maxLength: 4 }), (offsets) => {
      const { record } = convert(
        offsets.toSorted((a, b) => a - b).map((at) => ({ at, length: 1, page: 1, pictures: [] })),
      );
      expect(fidelityBreaks(record, record)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
