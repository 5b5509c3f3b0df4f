import { beginsAct, hasProjectStep } from './verbs.ts';
import type { Clause } from './sentences.ts';
import { isPast } from './time-frames.ts';

/** A date by which something is due. */
export interface DueDate {
  /** As written. */
  text: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; absent where the date is not certain. */
  value?: string;
}

/** The day from which 今年 and 10月底 are counted: `yyyy-mm-dd`, or undefined where the letter states none. */
export type LetterDay = string | undefined;

const month = '(1[0-2]|0?[1-9]) ?月份?';
const dayOrPart = '(?:(3[01]|[12]\\d|0?[1-9]) ?[日号]|上旬|中旬|下旬|底|末|初|中旬?)?';
const quarter = '第?([一二三四1-4]) ?季度';
const period = `(?:${month}${dayOrPart}|${quarter}|([上下]半年)|年?[底末]|(年?初)|内)`;
const written = new RegExp(
  `(?:((?:19|20)\\d\\d) ?年|(今年|本年|当年|明年|后年))度?(?:的)?${period}?|(?<!\\d)${period.replace('年?[底末]|', '年[底末]|').replace('|内', '|年内')}`,
  'gu',
);

/** Finds the date by which an undertaking is due: of several the latest. */
export function findDueDate(
  clauses: readonly Clause[],
  future: readonly Clause[],
  letterDay: LetterDay,
): DueDate | undefined {
  const dates = clausesWithDates(clauses, future).flatMap((clause) => datesIn(clause.text, letterDay));
  const last = dates.at(-1);
  // 2024年底开工，2026年下半年完工: the later date is not certain, so the earlier is not when it is due.
  if (last && last.value === undefined) return last;
  const certain = dates.filter(({ value }) => value !== undefined);
  return certain.length > 0 ? certain.reduce(later) : undefined;
}

/** What every date has: most clauses have none. */
const mayDate = /\d ?[年月]|[今明后]年|年[底内末]|季度|半年/u;

/**
 * Whether a clause without a word for the future says by when a step is done, a day that is still to come:
 * 2027年底前全部建成, 确保10月底通车.
 */
export function isDatedGoal(clause: string, letterDay: LetterDay): boolean {
  if (!mayDate.test(clause) || !hasProjectStep(clause)) return false;
  const [date] = datesIn(clause, letterDay);
  if (date?.value === undefined) return false;
  if (/^(?:确保|保证|务必|力保)/u.test(clause)) return true;
  return (
    letterDay !== undefined &&
    date.value > letterDay.slice(0, date.value.length) &&
    clause.indexOf(date.text) <= 8
  );
}

/** The later of two dates in their order; 今年…，8月中旬完成 states the year's month. */
function later(a: DueDate, b: DueDate): DueDate {
  return b.value?.startsWith(a.value ?? '') === true || latest(b) > latest(a) ? b : a;
}

/** 2026 ends after 2026-10. */
function latest({ value = '' }: DueDate): string {
  return value.padEnd(10, '~');
}

/** The clauses from the first of the future on, and a date alone before it: 2026年底前，…. */
function clausesWithDates(clauses: readonly Clause[], future: readonly Clause[]): Clause[] {
  const first = clauses.findIndex(({ at }) => at === future[0]?.at);
  const before = clauses[first - 1];
  return [
    ...(before && isDateAlone(before.text) ? [before] : []),
    ...(first < 0 ? [] : clauses.slice(first)),
  ].filter(({ text }) => !isPast(text) && !/^(?:由于|因|鉴于|考虑到|按照|根据)/u.test(text));
}

function isDateAlone(text: string): boolean {
  const rest = text
    .replace(written, '')
    .replace(/^(?:同时|另外)?(?:计划|力争|预计|争取)?[在到于至]?|(?:之?前|以前|期间|左右|时)$/gu, '');
  return rest.length <= 1;
}

function datesIn(clause: string, letterDay: LetterDay): DueDate[] {
  if (!mayDate.test(clause)) return [];
  return Array.from(clause.matchAll(written)).flatMap((found) => {
    const before = clause.slice(0, found.index);
    const after = clause.slice(found.index + found[0].length);
    if (!isDue(before, found[0], after)) return [];
    const end = /^(?:之前|以前|前|之内|内)/u.exec(after)?.[0] ?? '';
    const value = valueOf(found, letterDay);
    if (value !== undefined && isOver(value, letterDay)) return [];
    return [{ text: found[0] + end, ...(value !== undefined && { value }) }];
  });
}

/** Whether a date says when something will be, not since when, and is no part of a name. */
function isDue(before: string, date: string, after: string): boolean {
  // 两年内 is counted from a day that nobody names.
  if (/^年?内/u.test(date) && /[一二两三四五六七八九十几数多近半\d]$/u.test(before)) return false;
  if (
    /(?:截至|截止|自|从|按照|根据|去年|近)$/u.test(before) ||
    /^(?:以来|起|(?:开)?始(?:$|[，至])|[-—~至]|到(?!位))/u.test(after)
  )
    return false;
  if (!/年(?:度|的)?$/u.test(date)) return true;
  return (
    /^(?:之?前|以前|底|末|内|，|$|(?:将|拟|力争|争取|预计)|计划(?![内中项书]))/u.test(after) ||
    /(?:[于在到至拟将]|计划|力争|争取|预计|确保|列入|纳入|开工|竣工|保证)$/u.test(before) ||
    (/^(?:同时|另外|此外|项目|其中)?$/u.test(before) &&
      /^.{0,16}?(?:将|拟|计划|力争|争取|预计|会|全面|全部)/u.test(after)) ||
    (/^[\p{Script=Han}]{2}/u.test(after) &&
      (hasProjectStep(after.slice(0, 4)) || beginsAct(after)) &&
      !/(?:资金|债券|预算|补助|项目库|名单|批次|目录|计划)/u.test(after))
  );
}

function valueOf(found: RegExpMatchArray, letterDay: LetterDay): string | undefined {
  const [, absolute, relative] = found;
  const [monthText, dayText, quarterText, half, start] = [3, 4, 5, 6, 7].map(
    (at) => found[at] ?? found[at + 5],
  );
  if (half !== undefined || start !== undefined) return undefined;
  const own = letterDay === undefined ? undefined : Number(letterDay.slice(0, 4));
  const year =
    absolute !== undefined ? Number(absolute) : own === undefined ? undefined : own + yearsAhead(relative);
  if (year === undefined) return undefined;
  const monthNumber =
    monthText !== undefined
      ? Number(monthText)
      : quarterText !== undefined
        ? quarterEnd(quarterText)
        : undefined;
  if (monthNumber === undefined) return String(year);
  // A month without a year is that of the letter's year, unless it is over: then it may be the next one's.
  const value = `${year}-${String(monthNumber).padStart(2, '0')}`;
  if (absolute === undefined && relative === undefined && value < (letterDay ?? '').slice(0, 7))
    return undefined;
  if (dayText === undefined) return value;
  const date = `${value}-${dayText.padStart(2, '0')}`;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date) ? date : value;
}

function yearsAhead(word: string | undefined): number {
  return word === '明年' ? 1 : word === '后年' ? 2 : 0;
}

function quarterEnd(text: string): number {
  return 3 * ('一二三四'.indexOf(text) + 1 || Number(text));
}

function isOver(value: string, letterDay: LetterDay): boolean {
  return letterDay !== undefined && value < letterDay.slice(0, value.length);
}
