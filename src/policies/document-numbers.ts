/** A document number, or that of an order or a standard, in a folded text. */
export interface FoundNumber {
  at: number;
  end: number;
  /** Its canonical form: 国办发〔2020〕23号, 国务院令第379号, GB/T 33855-2017. */
  number: string;
}

const issued =
  /(?<code>[\p{Script=Han}A-Za-z]{2,24}) {0,8}(?<open>[〔（]) ?(?<year>(?:19|20)\d{2}) ?年?[〕）] ?(?<ordinal>第?) ?(?<number>\d{1,5}) ?号/gu;
const yearInBrackets = /[〔（] ?(?:19|20)\d{2}/u;
const order =
  /(?<body>国务院|主席|[\p{Script=Han}]{2,10}?(?:人民政府|委员会|部|总局|省政府|市政府))(?:令 ?第? ?(?<one>\d{1,4}) ?号|第 ?(?<other>\d{1,4}) ?号令)/gu;
const standard =
  /(?<![A-Za-z])(?<code>(?:GB|GBJ|GBZ|JGJ|CJJ?|HJ|JTG|JT|NY|SL|WS|AQ|GA|MZ|LY|YY|YC|SY|TB|DL|TD|CECS|DB ?\d{2,4})(?: ?\/ ?[TZ])?) ?(?<number>\d{1,6}(?:\.\d{1,3})?) ?- ?(?<year>\d{4}|\d{2})(?!\d)/gu;
/** A standard without its year, which only brackets after a title make certain. */
const undated = /(?<=[》”][（ ]{0,2})(?<code>(?:GB|GBJ|JGJ|CJJ)(?: ?\/ ?[TZ])?) ?(?<number>\d{2,6})(?=）)/gu;

/** Words before a code that are not part of it. */
const lead =
  /^.*(?:按照|根据|依据|依照|遵照|参照|落实|贯彻|执行|印发|下发|出台|转发|发布|公布|制定|文件|精神|规定|以及|通过|结合|关于|见|和|与|及|的|了|按|据|以|对|《|》)/u;
const body =
  /^(?:中共)?(?:国务院办公厅|国务院|中央办公厅|中共中央|[\p{Script=Han}]{2,6}(?:部|总局|委员会|办公厅|人民政府))(?=\p{Script=Han}{2,}$)/u;
/** Codes that lack the name of a place before them. */
const incomplete = /^(?:政发|政办发|政办|办发|府发|府办发|政规|政字|府办|政函|政办字|发)$/u;
/** Codes of judgments, certificates and proposals. */
const otherCode =
  /(?:民初|民终|民申|刑初|刑终|行初|行终|执|不动产权|证|许可|罚|建议|提案|议案|提|建议字|提案字|提字|罚字|决字|处字|证字|备)$/u;
/** In round brackets a year may be any aside, unless a code comes before it. */
const codeEnd = /[发办函字规文令通知号复综联合]$|^财|^教|^国|^建|^环|^卫|^民|^交/u;

/**
 * Finds the numbers in a text, from left to right: 代字〔年〕号 of GB/T 9704, orders, and standards with their years.
 *
 * @param text Folded.
 */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  // The patterns begin with any character: they are tried only where they can match.
  for (const match of yearInBrackets.test(text) ? text.matchAll(issued) : []) {
    const { code = '', open, year = '', ordinal = '', number = '' } = match.groups ?? {};
    const own = trimCode(code);
    if (own === undefined || (open === '（' && !codeEnd.test(own))) continue;
    const at = match.index + code.length - own.length;
    const end = match.index + match[0].length;
    found.push({ at, end, number: `${own}〔${year}〕${ordinal}${Number(number)}号` });
  }
  for (const match of text.includes('令') ? text.matchAll(order) : []) {
    const { body: by = '', one, other } = match.groups ?? {};
    const issuer = by.replace(lead, '');
    if (/^(?:人民政府|委员会|部|总局|政府)?$/u.test(issuer)) continue;
    const at = match.index + by.length - issuer.length;
    found.push({ at, end: match.index + match[0].length, number: `${issuer}令第${one ?? other ?? ''}号` });
  }
  for (const match of text.matchAll(standard)) {
    const { code = '', number = '', year = '' } = match.groups ?? {};
    const at = match.index;
    found.push({ at, end: at + match[0].length, number: `${code.replaceAll(' ', '')} ${number}-${year}` });
  }
  for (const match of text.matchAll(undated)) {
    const { code = '', number = '' } = match.groups ?? {};
    const at = match.index;
    found.push({ at, end: at + match[0].length, number: `${code.replaceAll(' ', '')} ${number}` });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether a name is a number in its canonical form, and no title. */
export function isNumber(name: string): boolean {
  const [found] = findNumbers(name);
  return found?.at === 0 && found.end === name.length;
}

function trimCode(code: string): string | undefined {
  const prose = lead.exec(code)?.[0].length ?? 0;
  let from = prose;
  from += body.exec(code.slice(from))?.[0].length ?? 0;
  if (incomplete.test(code.slice(from)) && from > 0) from = code.slice(from - 1) === code ? 0 : from - 1;
  const own = code.slice(from);
  return own.length < 2 || own.length > 12 || otherCode.test(own) ? undefined : own;
}
