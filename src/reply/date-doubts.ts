import { findDocumentNumber } from './document-number.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A date that can hardly be right. */
export interface DateDoubt {
  code: 'future-date' | 'number-year';
  field: 'issuedOn' | 'publishedOn';
  /** In Chinese, what is wrong and what to do. */
  text: string;
}

/** A letter may be dated in the year after that of its number, when it was signed at the turn of the year. */
const latest = 1;

/**
 * Finds dates that can hardly be right: later than today, or in another year than the letter's document number.
 *
 * @param day Today, `yyyy-mm-dd`.
 */
export function findDateDoubts(
  {
    issuedOn,
    publishedOn,
    documentNumber,
  }: Pick<Partial<Frontmatter>, 'issuedOn' | 'publishedOn' | 'documentNumber'>,
  day: string,
): DateDoubt[] {
  const doubts: DateDoubt[] = [];
  for (const [field, name, date] of [
    ['issuedOn', '成文日期', issuedOn],
    ['publishedOn', '发布日期', publishedOn],
  ] as const)
    if (date !== undefined && date > day)
      doubts.push({ code: 'future-date', field, text: `${name}“${date}”在今天以后。请核对原件上的日期。` });
  const year = Number(findDocumentNumber((documentNumber ?? '').replace(/\s/gu, ''))?.year);
  const dated = Number(issuedOn?.slice(0, 4));
  if (year > dated || dated - year > latest)
    doubts.push({
      code: 'number-year',
      field: 'issuedOn',
      text: `发文字号是 ${year} 年的，成文日期在 ${dated} 年。请核对原件上的字号和日期。`,
    });
  return doubts;
}
