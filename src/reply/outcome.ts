import { groupSpan, type Span } from './span.ts';

/**
 * A class of outcome (办理结果): a letter, perhaps with the digit of a sub-class (`A1`), or 甲 乙 丙 丁. Not the letter of a
 * number such as A0123.
 */
export const outcomeClass = '(?:[A-D](?:-?[1-9])?(?![\\d-])|[甲乙丙丁])';
const c = outcomeClass;

const consent = '(?:是否)?(?:不?同意|予以|可以|不予|主动)?公开(?::?\\(?是\\)?)?';
/** What may follow a class on its line: its meaning in brackets, and whether the letter may be published. */
const remark = `(?:\\([^()]{2,40}\\))?[〕\\])】]?(?:[,、;]?[〔\\[(【]?${consent}[〕\\])】]?)?`;
const wholeValue = new RegExp(
  `^(?:[〔\\[(【](?<bracketed>${c})类?[〕\\])】]|(?:类别|分类)?(?<bare>${c})类?|\\p{Script=Han}{2,10}\\((?<behind>${c})类?\\))${remark}$`,
  'du',
);
const behind = new RegExp(
  `(?:\\((?<bracketed>${c})类?\\)|〔(?<hexagonal>${c})类?〕|(?<plain>${c})类|^(?<only>[A-D])(?=$|(?:同意|予以|可以|主动|不予)?公开))`,
  'du',
);

/** The class where the value of its label states one: `C`, `(C)`, `A1类`, `甲`, `已解决(A)`. */
export function readOutcome(value: string): Span | undefined {
  const match = value.length > longest ? null : wholeValue.exec(value);
  return match ? firstGroup(match, 'bracketed', 'bare', 'behind') : undefined;
}

/** The class on a line that is nothing but one. 甲 alone may number an item, so it needs 类 or brackets. */
export function readBareOutcome(line: string): Span | undefined {
  const found = readOutcome(line);
  return found && (/[A-D]/.test(found.text) || line.length > found.length) ? found : undefined;
}

/** No value is longer, in characters. */
const longest = 120;

/** A label that a class can have, whatever a place calls its classes: 复文类别, 提案办理结果标注. */
const label = /(?:类别|类型|标记|标注|标识|标示|分类|结果|情况|等级|级别)$/u;
const topic = /^(?:主题|组配|信息|内容|题裁|体裁|公开|载体|文件|公文|栏目|服务)/u;

/** A class after its label on a line of its own: `复文类别:B`, `[办理结果标注(A1)]`, `(办理情况:A(已解决))`. */
export function labelledOutcome(text: string): Span | undefined {
  const match =
    /^[([【]?(?<label>[\p{Script=Han}]{2,12})(?<mark>[:([【])(?<value>.{1,46}?)[)\]】]{0,2}$/u.exec(text);
  const { label: name = '', mark = ':', value = '' } = match?.groups ?? {};
  if (!label.test(name) || topic.test(name)) return undefined;
  const at = text.indexOf(name) + name.length + mark.length;
  const whole = mark === ':' && /^[^([【]/u.test(text) ? text.slice(at) : value;
  const found = readOutcome(whole) ?? readOutcome(value);
  return found && { ...found, index: at + found.index };
}

/** Whether a class is a sub-class, such as A1. */
export function isOutcomeSubclass(text: string): boolean {
  return /\d$/.test(text);
}

/** The canonical form of a class: no hyphen before the digit of a sub-class. */
export function writeOutcome(text: string): string {
  return text.replace('-', '');
}

/** The class after a document number: `(B类)`, `A类 同意公开`. */
export function outcomeBehind(text: string): Span | undefined {
  const match = behind.exec(text);
  return match ? firstGroup(match, 'bracketed', 'hexagonal', 'plain', 'only') : undefined;
}

function firstGroup(match: RegExpExecArray, ...names: readonly string[]): Span | undefined {
  for (const name of names) {
    const span = groupSpan(match, name);
    if (span) return span;
  }
  return undefined;
}
