/**
 * Formats a date as official documents do (GB/T 9704: Arabic numerals, no leading zeros).
 *
 * @param day `yyyy-mm-dd`.
 * @returns 2019年6月10日
 */
export function formatDay(day: string): string {
  return `${day.slice(0, 4)}年${formatMonthAndDay(day)}`;
}

/** Formats a date without its year, for lists under the heading of a year: 6月10日. */
export function formatMonthAndDay(day: string): string {
  return `${formatMonth(day)}${Number(day.slice(8, 10))}日`;
}

/** Formats the month of a date: 6月. */
export function formatMonth(day: string): string {
  return `${Number(day.slice(5, 7))}月`;
}

/** First and last day, `yyyy-mm-dd`. */
export type DaySpan = readonly [first: string, last: string];

/** Finds the first and the last of some days; undefined when there is none. @param days `yyyy-mm-dd`, in any order. */
export function findDaySpan(days: Iterable<string | undefined>): DaySpan | undefined {
  let span: DaySpan | undefined;
  for (const day of days) {
    if (day === undefined) continue;
    if (span === undefined) span = [day, day];
    else if (day < span[0]) span = [day, span[1]];
    else if (day > span[1]) span = [span[0], day];
  }
  return span;
}

/**
 * Formats a span of days, naming a shared day or year once.
 *
 * @param first Earlier day, `yyyy-mm-dd`.
 * @param last Later day.
 * @returns 2019年6月10日, or 2019年3月1日至6月10日, or 2018年3月1日至2019年6月10日.
 */
export function formatDaySpan(first: string, last: string): string {
  if (first === last) return formatDay(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${formatDay(first)}至${sameYear ? formatMonthAndDay(last) : formatDay(last)}`;
}
