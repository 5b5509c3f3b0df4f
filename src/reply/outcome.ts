import { groupSpan, type Span } from './span.ts';

/** With the digit of a sub-class (A1). */
const letter = '[A-D][1-9]?|[甲乙丙丁]';
const wholeLine = new RegExp(
  `^(?:[〔\\[(【](?<letter>${letter})类?[〕\\])】]|(?:类别|分类)?(?<named>${letter})类?)(?:\\([^()]{2,40}\\))?(?:,?(?:同意公开|予以公开|可以公开|主动公开|公开))?$`,
  'du',
);
const behind = new RegExp(
  `(?:\\((?<bracketed>${letter})类?\\)|〔(?<hexagonal>${letter})类?〕|(?<plain>${letter})类|^(?<only>${letter})(?=$|(?:同意|予以|可以|主动|不予)?公开))`,
  'du',
);

/** The class (办理结果) where the value of its label states one: `C`, `(C)`, `A类`, `A1`, `甲类`. */
export function readOutcome(value: string): Span | undefined {
  const match = wholeLine.exec(value);
  return match ? (groupSpan(match, 'letter') ?? groupSpan(match, 'named')) : undefined;
}

/** A label that a class letter can have, whatever a place calls its classes: 复文类别, 提案办理结果标注. */
const label = /(?:类别|类型|标记|标注|分类|结果|情况|等级|级别)$/u;
const topic = /^(?:主题|组配|信息|内容|题裁|体裁|公开|载体|文件|公文|栏目|服务)/u;

/** A class letter after its label on a line of its own: `复文类别:B`, `(办理情况:A(已解决))`. */
export function labelledOutcome(text: string): Span | undefined {
  const match = /^\(?(?<label>[\p{Script=Han}]{2,12}):(?<value>.{1,46}?)\)?$/u.exec(text);
  const { label: name = '', value = '' } = match?.groups ?? {};
  if (!label.test(name) || topic.test(name)) return undefined;
  const at = text.indexOf(':') + 1;
  const whole = text.startsWith('(') ? value : text.slice(at);
  const found = readOutcome(whole) ?? readOutcome(value);
  return found && { ...found, index: at + found.index };
}

/** Whether a value is a sub-class in a form that the field does not take (A-1, A12). */
export function isFinerOutcome(value: string): boolean {
  return readOutcome(value) === undefined && /^[(〔[]?[A-D][-－]?\d{1,2}类?[)〕\]]?$/u.test(value);
}

/** The class letter after a document number: `(B类)`, `A类 同意公开`. */
export function outcomeBehind(text: string): Span | undefined {
  const match = behind.exec(text);
  return match
    ? (groupSpan(match, 'bracketed') ??
        groupSpan(match, 'hexagonal') ??
        groupSpan(match, 'plain') ??
        groupSpan(match, 'only'))
    : undefined;
}
