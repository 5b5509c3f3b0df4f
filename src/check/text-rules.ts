import type { Finding } from '../content-files/finding.ts';
import { readLetterBytes, type LetterFile } from '../content-files/letter-file.ts';
import { applyRules, type Rule } from './apply-rules.ts';
import { damagedText } from './rules/damaged-text.ts';
import { dateOrder } from './rules/date-order.ts';
import { dates } from './rules/dates.ts';
import { documentNumber } from './rules/document-number.ts';
import { draft } from './rules/draft.ts';
import { headingOrder } from './rules/heading-order.ts';
import { indexNumber } from './rules/index-number.ts';
import { keyOrder } from './rules/key-order.ts';
import { privateData } from './rules/private-data.ts';
import { rawHtml } from './rules/raw-html.ts';
import { titleAgreement } from './rules/title-agreement.ts';
import { trailingNoise } from './rules/trailing-noise.ts';
import { valueForm } from './rules/value-form.ts';

/** The rules that look at a letter's text alone, at no other file and not at its name. */
export const textRules: readonly Rule<LetterFile>[] = [
  draft,
  damagedText,
  dates,
  dateOrder,
  documentNumber,
  indexNumber,
  titleAgreement,
  valueForm,
  keyOrder,
  headingOrder,
  rawHtml,
  privateData,
  trailingNoise,
];

/** Checks the text of a letter by itself, as far as that is possible without the archive. Runs in browsers, too. */
export function checkLetterText(text: string): Promise<Finding[]> {
  const read = readLetterBytes('', Buffer.from(text));
  return applyRules({ ...read, name: '', id: '' }, textRules, '');
}
