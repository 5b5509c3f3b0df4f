import { isAddressedBody } from './agency.ts';
import type { Span } from './span.ts';

/** One name of a salutation. */
export interface Recipient extends Span {
  kind: 'person' | 'body';
}

/** The office after the names of people. */
export const office = '(?:人大代表|政协委员|政协常委|代表|委员|同志|先生|女士|常委)';
export const honour = '(?:尊敬的?|敬爱的|亲爱的)?';

const lead =
  /^(?:(?:尊敬的?|敬爱的|亲爱的)|(?:人大代表|政协委员)(?=\p{Script=Han})|\p{Script=Han}{2,12}代表团(?=\p{Script=Han}))*/u;
const tail = new RegExp(
  `(?:\\([^()]{1,12}\\)|等?${office}|等(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})?[位名人个]?)+$`,
  'u',
);
const dotted = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,10})+$/u;
const plain = /^\p{Script=Han}{2,12}$/u;
const placeholder = /^(?:[xX×某*]{1,4}|\p{Script=Han}?[xX×某*]{1,3}|各位)$/u;
/** Characters of places and offices, which a long name of one person does not have. */
const affiliation = /[省市县区镇乡村局厅院校部委会团党社组室科长员的]/u;
const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文向]';
/** Several Han names that lost their separators. */
const runTogether = new RegExp(`^(?:${surname}\\p{Script=Han}{1,2}){2,}$`, 'u');

/**
 * The people and bodies that a list names, each without honorific, office and remarks; placeholders such
 * as ×× left out. Undefined when a part of the list is neither the one nor the other.
 *
 * @param names The text before the colon, in simplified script, punctuation folded to ASCII.
 */
export function readRecipients(names: string): Recipient[] | undefined {
  const found: Recipient[] = [];
  for (const part of partsOf(names)) {
    const read = recipientOf(part) ?? conjoined(part);
    if (!read) return undefined;
    found.push(...read);
  }
  return found;
}

/** The parts between 、 and ，; brackets contain remarks. */
function partsOf(names: string): Span[] {
  return [...names.matchAll(/(?:\([^()]*\)|[^、,()])+/gu)].map(({ index, 0: text }) => ({
    index,
    length: text.length,
    text,
  }));
}

/** 向东升委员并九三学社怀化市委: parts that 和, 及, 并 or 与 joins, when both are names. */
function conjoined(part: Span): Recipient[] | undefined {
  const joints = [...part.text.matchAll(/[和及并与暨]/gu)].map(({ index }) => index);
  const portion = (from: number, to: number): Span => ({
    index: part.index + from,
    length: to - from,
    text: part.text.slice(from, to),
  });
  // What a rest reads as, by where it begins: parted in every way, a long list would take for ever.
  const rests = new Map<number, Recipient[] | undefined>();
  const readFrom = (from: number): Recipient[] | undefined => {
    if (!rests.has(from)) rests.set(from, recipientOf(portion(from, part.text.length)) ?? partedFrom(from));
    return rests.get(from);
  };
  const partedFrom = (from: number): Recipient[] | undefined => {
    for (const joint of joints.filter((one) => one >= from)) {
      const left = recipientOf(portion(from, joint));
      const right = left && readFrom(joint + 1);
      if (left && right) return [...left, ...right];
    }
    return undefined;
  };
  return partedFrom(0);
}

/** One part as a person or a body; an empty list for a placeholder. */
function recipientOf(part: Span): Recipient[] | undefined {
  const from = lead.exec(part.text)?.[0].length ?? 0;
  const whole = part.text.slice(from);
  const text = whole.replace(tail, '');
  const hasOffice = new RegExp(office, 'u').test(whole.slice(text.length));
  if (placeholder.test(text)) return [];
  if (!hasOffice && isBody(whole))
    return [{ index: part.index + from, length: whole.length, text: whole, kind: 'body' }];
  if (!isPerson(text)) return undefined;
  return [{ index: part.index + from, length: text.length, text, kind: 'person' }];
}

function isBody(text: string): boolean {
  return isAddressedBody(text) && !/(?:代表|委员|同志)[和及并与]/u.test(text);
}

/** Whether a text is the name of one person. A long one may be Mongol or Uyghur, or two names run together. */
export function isPerson(text: string): boolean {
  if (dotted.test(text)) return true;
  if (!plain.test(text) || notAName.test(text)) return false;
  return text.length <= 4 || (!affiliation.test(text) && !runTogether.test(text));
}

const notAName =
  /建议|提案|议案|意见|名单|风采|办理|活动|工作|联络|小组|履职|专题|之家|人大|政协|全国|代表|委员|答复|我们|同志|主题|来源|时间|日期|附件|领衔|附议/u;
