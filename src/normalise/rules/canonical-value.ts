import { readDate } from '../../reply/calendar-date.ts';
import { findDocumentNumber, writeDocumentNumber } from '../../reply/document-number.ts';
import { foldText } from '../folded-text.ts';
import type { NormalisationRule } from '../rule.ts';

/** A date of the header block in the form of the contract, `yyyy-mm-dd`. */
export const canonicalDate: NormalisationRule = {
  rule: 'canonical-date',
  tier: 1,
  label: '日期改为规范格式',
  uses: ['date'],
  find: (text) => {
    const value = readDate(foldText(text, { at: 0, end: text.length }, 'single').text)?.readings[0];
    return value === undefined || value === text ? [] : [{ from: 0, to: text.length, after: value }];
  },
};

/** The brackets of a document number in the form of GB/T 9704, 〔〕. */
export const documentNumberBrackets: NormalisationRule = {
  rule: 'document-number',
  tier: 1,
  label: '发文字号改用六角括号',
  uses: ['document-number'],
  find: (text) => {
    const found = findDocumentNumber(text);
    if (found?.length !== text.length) return [];
    const canonical = writeDocumentNumber(found);
    // Same length but for a 年 inside the brackets: replace only what differs.
    if (canonical.length !== text.length) return [{ from: 0, to: text.length, after: canonical }];
    return Array.from(canonical).flatMap((after, from) =>
      text.charAt(from) === after ? [] : [{ from, to: from + 1, after }],
    );
  },
};
