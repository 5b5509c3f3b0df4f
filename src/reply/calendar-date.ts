import { readNumeral, readYear } from './numeral.ts';

/** What a written date can mean. */
export interface DateReading {
  /** Every valid reading, `yyyy-mm-dd`; more than one when eaten characters leave a choice. */
  readings: string[];
  /** Whether units (年, 月, 日) or separators are missing. */
  damaged: boolean;
  /** How many characters of the text the date takes. */
  length: number;
}

const separated = /^(\d{4}) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2})(?: ?[日号])?(?!\d)/u;
const chinese =
  /^([一二][\doOΟοОо〇零○◯一二三四五六七八九]{3}) ?年 ?([元正一二三四五六七八九十]{1,3}) ?月 ?([一二三四五六七八九十廿]{1,4}) ?日/u;
const eaten = /^((?:19|20)\d{2})(年?)(?:(\d{1,2})月(\d{1,2})|(\d{2,4}))(日?)(?!\d)/u;

/**
 * Reads the date at the start of `text` (2019年6月10日, 2019-6-10, 2019/06/10, 2022.06.01,
 * 二〇一九年六月十日, and the same with eaten units: 20241018, 2023526, 201759日).
 *
 * @param text With single spaces at most, full-width forms folded to ASCII.
 * @returns undefined when no valid day of the calendar can be read.
 */
export function readDate(text: string): DateReading | undefined {
  const plain = separated.exec(text);
  if (plain) return reading([day(Number(plain[1]), Number(plain[2]), Number(plain[3]))], false, plain[0]);
  const written = chinese.exec(text);
  if (written) {
    const [whole, year = '', month = '', date = ''] = written;
    const value = day(readYear(year), readNumeral(month.replace(/[元正]/u, '一')), readNumeral(date));
    return reading([value], false, whole);
  }
  const broken = eaten.exec(text);
  if (!broken) return undefined;
  const [whole, year = '', , month, date, run = ''] = broken;
  if (month !== undefined && date !== undefined)
    return reading([day(Number(year), Number(month), Number(date))], true, whole);
  return reading(
    splits(run).map(([m, d]) => day(Number(year), Number(m), Number(d))),
    true,
    whole,
  );
}

/** Every way to cut a run of digits into a month and a day; a zero may lead only two digits. */
function splits(run: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const at of [1, 2]) {
    const [month, date] = [run.slice(0, at), run.slice(at)];
    if (date.length >= 1 && date.length <= 2 && month !== '0' && date !== '0') pairs.push([month, date]);
  }
  return pairs;
}

function reading(values: (string | undefined)[], damaged: boolean, whole: string): DateReading | undefined {
  const readings = values.filter((value) => value !== undefined);
  return readings.length === 0 ? undefined : { readings, damaged, length: whole.length };
}

/** `yyyy-mm-dd`, or undefined where the calendar has no such day. */
function day(year?: number, month?: number, date?: number): string | undefined {
  if (year === undefined || month === undefined || date === undefined || year < 1949 || year > 2100)
    return undefined;
  const value = new Date(Date.UTC(year, month - 1, date));
  return value.getUTCMonth() === month - 1 ? value.toISOString().slice(0, 10) : undefined;
}
