/** A document number (发文字号) found in a text. */
export interface DocumentNumber {
  index: number;
  length: number;
  /** 代字 */
  code: string;
  year: string;
  /** `第` where it was issued with it. */
  ordinal: string;
  /** A number that parts one matter among several has a hyphen: `30-17`. */
  number: string;
}

const open = '[〔\\[【(﹝［（]';
const close = '[〕\\]】)﹞］）]';
const issued = new RegExp(
  `(?<code>\\p{Script=Han}{2,18})${open}(?<year>(?:19|20)\\d{2})年?${close}(?<ordinal>第?)(?<number>\\d{1,6}(?:-\\d{1,4})?)号`,
  'u',
);
// O and l: digits that recognition misread.
const year = '(?:[1lI]9|2[0oO])[\\doOlI]{2}';
const damaged = new RegExp(
  `^[(（]?\\p{Script=Han}{2,18}(?:${open}${year}年?${close}?第?|${year}${close}第?|${year}-)[\\doOlI]{0,6}号?[)）]?$`,
  'u',
);

/**
 * Finds the first document number, 代字〔年〕号 of GB/T 9704; the brackets may arrive as
 * `[]`, `【】`, `()` or `﹝﹞`.
 *
 * @param text Without spaces.
 */
export function findDocumentNumber(text: string): DocumentNumber | undefined {
  const match = issued.exec(text);
  const { code = '', year = '', ordinal = '', number = '' } = match?.groups ?? {};
  return match ? { index: match.index, length: match[0].length, code, year, ordinal, number } : undefined;
}

/** The canonical form, with hexagonal brackets; a 第 that was issued stays, and so do leading zeros. */
export function writeDocumentNumber({ code, year, ordinal, number }: DocumentNumber): string {
  return `${code}〔${year}〕${ordinal}${number}号`;
}

/** Whether `text` is a damaged document number: a bracket, a run of digits or 号 is missing. */
export function isDamagedDocumentNumber(text: string): boolean {
  return damaged.test(text) && findDocumentNumber(text)?.length !== text.length;
}
