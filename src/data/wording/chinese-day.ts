/**
 * Writes a day the way official documents do (GB/T 9704: Arabic figures, no leading zeros).
 *
 * @param day `yyyy-mm-dd`.
 * @returns 2019年6月10日
 */
export function chineseDay(day: string): string {
  return `${day.slice(0, 4)}年${dayOfYear(day)}`;
}

/** The day without its year, for lists that stand under a year: 6月10日. */
export function dayOfYear(day: string): string {
  return `${chineseMonth(day)}${Number(day.slice(8, 10))}日`;
}

/** The month of a day: 6月. */
export function chineseMonth(day: string): string {
  return `${Number(day.slice(5, 7))}月`;
}

/**
 * Writes a span of days, saying a shared day or year once.
 *
 * @param first Earlier day, `yyyy-mm-dd`.
 * @param last Later day.
 * @returns 2019年6月10日, or 2019年3月1日至6月10日, or 2018年3月1日至2019年6月10日.
 */
export function chineseSpan(first: string, last: string): string {
  if (first === last) return chineseDay(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${chineseDay(first)}至${sameYear ? dayOfYear(last) : chineseDay(last)}`;
}
