import { readDate, type DateReading } from './calendar-date.ts';

/** The year at the start of a date, digits misread or not. */
const year = '(?:[12lI|][\\doOlI|]{3}|[一二][\\doOΟ〇零○◯一二三四五六七八九]{3})';
const begins = new RegExp(`^${year}(?:年|[-/.·])`, 'u');
const written =
  /^(?<year>[一二][\doOΟ〇零○◯一二三四五六七八九]{3})[年.·](?<month>[元正一二三四五六七八九十]{1,3})[月.·](?<day>[一二三四五六七八九十廿]{1,4})日?$/u;

/**
 * Reads a line that is meant as a date but damaged by recognition or copying: a letter for a digit
 * (2O24年6月l1日), 曰 for 日, a missing last 日, points for units. No readings mean that the
 * line is a date without a day (2024年6月).
 *
 * @param text The whole line without spaces, punctuation folded to ASCII.
 * @returns undefined when the line is no date.
 */
export function readDamagedDate(text: string): DateReading | undefined {
  const clean = readDate(text);
  if (clean?.length === text.length) return clean;
  if (text.length > 20 || !begins.test(text)) return undefined;
  const { length } = text;
  const units = written.exec(text)?.groups;
  const mended = units
    ? `${units.year ?? ''}年${units.month ?? ''}月${units.day ?? ''}日`
    : text.replace(/[oO]/gu, '0').replace(/[lI|]/gu, '1').replace(/曰/gu, '日');
  const read = readDate(mended);
  if (read?.length === mended.length) return { readings: read.readings, damaged: true, length };
  return /^[\doOlI|一二三四五六七八九十〇零○年月日曰.·/-]+$/u.test(text)
    ? { readings: [], damaged: true, length }
    : undefined;
}

/** Whether a line is the first half of a date that was broken after its year. */
export function isYearAlone(text: string): boolean {
  return new RegExp(`^${year}年$`, 'u').test(text);
}
