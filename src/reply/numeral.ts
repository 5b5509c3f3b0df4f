/** Source of a regular expression for one numeral as letters write 届 and 次: 12, 十二, 二十一, 一百零三. */
export const numeralPattern = '(?:\\d{1,3}|[一二三四五六七八九十百零〇两廿]{1,6})';

const digits = new Map(
  Array.from('零〇○一二三四五六七八九').map((character) => [
    character,
    Math.max(0, '一二三四五六七八九'.indexOf(character) + 1),
  ]),
);

/**
 * Reads an Arabic or Chinese numeral below 1000.
 *
 * @returns The integer, or undefined when `text` is not one numeral.
 */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const parts = /^(?:(.)百)?零?(?:(.?)(十)|廿)?(.?)$/u.exec(text.replace('两', '二').replace('廿', '二十'));
  if (!parts || text === '') return undefined;
  const [, hundreds, tens, ten, ones] = parts;
  const read = (character: string | undefined, absent: number) =>
    character === undefined || character === '' ? absent : (digits.get(character) ?? Number.NaN);
  const value = read(hundreds, 0) * 100 + (ten === undefined ? 0 : read(tens, 1) * 10) + read(ones, 0);
  return Number.isNaN(value) ? undefined : value;
}

/** Reads a year written digit by digit (二〇一九, 二0一七; the zero also as ○, O or Ο). */
export function readYear(text: string): number | undefined {
  const value = Array.from(text).map((character) =>
    /\d/.test(character)
      ? character
      : /[oOΟοОо〇零○◯]/u.test(character)
        ? '0'
        : String(digits.get(character) ?? ''),
  );
  return value.length === 4 && value.every((digit) => digit !== '') ? Number(value.join('')) : undefined;
}
