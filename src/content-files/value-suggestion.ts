import { readDate } from '../reply/calendar-date.ts';
import { readNumeral } from '../reply/numeral.ts';

/** The value that was probably meant. */
export interface ValueSuggestion {
  /** As it is written in YAML. */
  yaml: string;
  /** It says the same as what is there, so that it may be put in its place without asking. */
  same: boolean;
}

/** 2020/5/6, 2020年5月6日, 20200506: the day as the contract writes it. */
export function suggestDay(value: unknown): ValueSuggestion | undefined {
  const written = String(value).trim();
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  const text = eight
    ? eight.slice(1).join('-')
    : written.replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/u, '');
  const reading = readDate(text.replace(/\s+/gu, ' '));
  const [day, ...others] = reading?.readings ?? [];
  if (day === undefined || others.length > 0 || reading?.length !== text.length) return undefined;
  return { yaml: day, same: !reading.damaged };
}

/** "14", 十四, 第14届: the integer. */
export function suggestInteger(value: unknown): ValueSuggestion | undefined {
  if (typeof value !== 'string') return undefined;
  const [, numeral = ''] = /^第?(.+?)(?:届|次|次会议)?$/u.exec(value.trim()) ?? [];
  const number = readNumeral(numeral);
  return number === undefined || number === 0 ? undefined : { yaml: String(number), same: true };
}

/** A number where text is wanted, in quotes, so that its zeros stay. @param written As in the file. */
export function suggestText(value: unknown, written: string): ValueSuggestion | undefined {
  return typeof value === 'number' && /^[\w.+-]+$/.test(written)
    ? { yaml: `"${written}"`, same: true }
    : undefined;
}

/** 是, yes, 否, no. */
export function suggestBoolean(value: unknown): ValueSuggestion | undefined {
  const word = String(value).toLowerCase();
  if (['是', 'yes', 'y', 'on', '1', '真'].includes(word)) return { yaml: 'true', same: true };
  return ['否', 'no', 'n', 'off', '0', '假'].includes(word) ? { yaml: 'false', same: true } : undefined;
}

/** The only allowed value whose characters are in what is there, or the other way round: 人民代表大会 for 人大. */
export function suggestChoice(value: unknown, allowed: readonly unknown[]): ValueSuggestion | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const fitting = allowed.map(String).filter((one) => isWithin(one, value) || isWithin(value, one));
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? undefined : { yaml: only, same: false };
}

/** Whether the characters of `short` are in `long` in the same order. */
function isWithin(short: string, long: string): boolean {
  let from = 0;
  for (const character of short) {
    from = long.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
