import { readDate } from '../../reply/calendar-date.ts';
import { writeOutcome } from '../../reply/outcome.ts';
import { canonicalDocumentNumber } from '../canonical-document-number.ts';
import { foldText } from '../folded-text.ts';
import type { NormalisationRule } from '../rule.ts';
import type { Replacement } from '../text-edits.ts';

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

/** A document number in the form of GB/T 9704: 〔〕, ASCII digits. */
export const documentNumberBrackets: NormalisationRule = {
  rule: 'document-number',
  tier: 1,
  label: '发文字号改用六角括号和半角数字',
  uses: ['document-number'],
  find: (text) => {
    const canonical = canonicalDocumentNumber(text);
    return canonical === undefined ? [] : replaceDifferences(text, canonical);
  },
};

/** A class of outcome in the form of the contract: ASCII letter and digit, no hyphen. */
export const canonicalOutcome: NormalisationRule = {
  rule: 'canonical-outcome',
  tier: 1,
  label: '办理结果改为规范格式',
  uses: ['outcome'],
  find: (text) => replaceDifferences(text, writeOutcome(foldText(text, { at: 0, end: text.length }).text)),
};

/** Replaces only the characters that differ, where the canonical form has as many. */
function replaceDifferences(text: string, canonical: string): Replacement[] {
  if (text === canonical) return [];
  if (canonical.length !== text.length) return [{ from: 0, to: text.length, after: canonical }];
  return Array.from(canonical).flatMap((after, from) =>
    text.charAt(from) === after ? [] : [{ from, to: from + 1, after }],
  );
}
