const digits = Array.from('〇一二三四五六七八九');
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const formalDigits = Array.from('零壹贰叁肆伍陆柒捌玖');

type Writer = (count: number) => string;

/**
 * Writers of counters, by the names of ECMA-376 part 1, 17.18.59 (`w:numFmt`). A count that a style cannot
 * write (甲乙… has only ten) is written in Arabic digits.
 */
const writers: Record<string, Writer> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: (count) => fullWidth(String(count)),
  decimalFullWidth2: (count) => fullWidth(String(count)),
  decimalHalfWidth: String,
  chineseCounting: (count) => counting(count, digits, ['', '十', '百', '千'], true),
  chineseCountingThousand: (count) => counting(count, digits, ['', '十', '百', '千'], true),
  taiwaneseCounting: (count) => counting(count, digits, ['', '十', '百', '千'], true),
  taiwaneseCountingThousand: (count) => counting(count, digits, ['', '十', '百', '千'], true),
  japaneseCounting: (count) => counting(count, digits, ['', '十', '百', '千'], true),
  chineseLegalSimplified: (count) => counting(count, formalDigits, ['', '拾', '佰', '仟'], false),
  ideographLegalTraditional: (count) =>
    counting(count, Array.from('零壹貳參肆伍陸柒捌玖'), ['', '拾', '佰', '仟'], false),
  ideographDigital: (count) => digitwise(count),
  japaneseDigitalTenThousand: (count) => digitwise(count),
  taiwaneseDigital: (count) => digitwise(count),
  ideographTraditional: (count) => of(stems, count),
  ideographZodiac: (count) => of(branches, count),
  ideographZodiacTraditional: (count) =>
    count >= 1 && count <= 60
      ? stems.charAt((count - 1) % 10) + branches.charAt((count - 1) % 12)
      : String(count),
  ideographEnclosedCircle: (count) => from(0x3280, 10, count),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (count) => from(0x2474, 20, count),
  decimalEnclosedFullstop: (count) => from(0x2488, 20, count),
  upperLetter: (count) => letters(count).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (count) => roman(count),
  lowerRoman: (count) => roman(count).toLowerCase(),
  numberInDash: (count) => `- ${count} -`,
  hex: (count) => count.toString(16).toUpperCase(),
  none: () => '',
};

/** Writes a counter in a style; undefined for an unknown style. */
export function writeCounter(count: number, style: string): string | undefined {
  const write = Object.hasOwn(writers, style) ? writers[style] : undefined;
  return write && (count < 0 || count > 1e9 ? String(count) : write(count));
}

/** 一, 十一, 二十, 一百〇五: with tens, hundreds and thousands; digit by digit above 9999. */
function counting(
  count: number,
  figures: readonly string[],
  units: readonly string[],
  bareTen: boolean,
): string {
  if (count === 0) return figures[0] ?? '';
  if (count > 9999) return digitwise(count);
  let text = '';
  let gap = false;
  const places = Array.from(String(count), Number);
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = text !== '';
      return;
    }
    const zero = gap ? '零' : '';
    text += zero + (figures[digit] ?? '') + (units[places.length - 1 - index] ?? '');
    gap = false;
  });
  return bareTen && count < 20 ? text.replace(/^一十/, '十') : text;
}

function digitwise(count: number): string {
  return Array.from(String(count), (digit) => digits[Number(digit)] ?? '').join('');
}

function of(characters: string, count: number): string {
  return characters.charAt(count - 1) || String(count);
}

function from(first: number, length: number, count: number): string {
  return count >= 1 && count <= length ? String.fromCodePoint(first + count - 1) : String(count);
}

function circled(count: number): string {
  if (count === 0) return '⓪';
  if (count > 20 && count <= 35) return String.fromCodePoint(0x3251 + count - 21);
  return count > 35 && count <= 50 ? String.fromCodePoint(0x32b1 + count - 36) : from(0x2460, 20, count);
}

/** a … z, then aa, bb …, as word processors do. */
function letters(count: number): string {
  return count < 1 || count > 26 * 40
    ? String(count)
    : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  const values: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = count;
  return values.reduce((text, [value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return text + sign.repeat(times);
  }, '');
}

function fullWidth(text: string): string {
  return Array.from(text, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}
