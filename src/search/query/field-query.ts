import { numeralPattern, readNumeral } from '../../reply/numeral.ts';
import { outcomeClass } from '../../reply/outcome-class.ts';
import { foldUnits } from '../text/fold.ts';

/** Fields whose text must contain the value. */
const textFields = {
  标题: 'title',
  案由: 'subject',
  文号: 'document',
  发文字号: 'document',
  索引号: 'index',
  编号: 'proposal',
  提案编号: 'proposal',
  机关: 'issuer',
  发文机关: 'issuer',
  委员: 'recipient',
  代表: 'recipient',
  主送: 'recipient',
  署名: 'signatory',
} as const;

/** Fields with few values, of which one must be given whole. */
const choices = {
  结果: 'outcome',
  办理结果: 'outcome',
  类别: 'kind',
  提案类别: 'kind',
  办理类型: 'role',
  会议: 'assembly',
  承诺: 'commitment',
} as const;
type ChoiceField = (typeof choices)[keyof typeof choices];

/** How each of their values is written, and what to write instead of anything else. */
const choiceForms: Record<ChoiceField, { form: RegExp; examples: string }> = {
  outcome: { form: outcomeClass, examples: '“结果：A”“结果：B1”或“结果：甲”' },
  kind: { form: /^(?:提案|建议|议案)$/u, examples: '“类别：提案”“类别：建议”或“类别：议案”' },
  role: { form: /^(?:主办|会办)$/u, examples: '“办理类型：主办”或“办理类型：会办”' },
  assembly: { form: /^(?:人大|政协)$/u, examples: '“会议：人大”或“会议：政协”' },
  commitment: { form: /^(?:有|到期)$/u, examples: '“承诺：有”或“承诺：到期”' },
};

/** The condition of a field query. */
export type FieldTest =
  | { field: (typeof textFields)[keyof typeof textFields]; value: string }
  /** Not what the letter's text contains: nothing of it is marked. */
  | { field: ChoiceField | 'place'; choice: string }
  /** Years, both included. */
  | { field: 'year'; from: number; to: number }
  | { field: 'term'; term: number; session?: number };

/** A parsed field query. */
export interface ParsedField {
  test?: FieldTest;
  /** What is wrong, in words for the visitor. */
  problem?: string;
}

const names = [...Object.keys(textFields), ...Object.keys(choices), '地区', '年份', '年', '届'];

/** Source of a regular expression that matches a field's name with its colon. */
export const fieldPattern = `(?:${names.join('|')})[:：]`;

/**
 * Parses a field query.
 *
 * @param name As typed: one of the names of `fieldPattern`, without its colon.
 * @returns The condition, if the value can be parsed, and what is wrong with it.
 */
export function parseField(name: string, value: string): ParsedField {
  if (value.trim() === '') return { problem: `“${name}：”后面没有内容，已略去。` };
  if (name === '年' || name === '年份') return parseYears(value);
  if (name === '届') return parseAssemblyTerm(value);
  if (isChoice(name)) return parseChoice(name, value);
  if (foldUnits(value).length === 0) return { problem: `“${name}：${value}”中没有可检索的文字，已略去。` };
  if (name === '地区') return { test: { field: 'place', choice: value } };
  return { test: { field: textFields[name as keyof typeof textFields], value } };
}

function isChoice(name: string): name is keyof typeof choices {
  return name in choices;
}

function parseChoice(name: keyof typeof choices, typed: string): ParsedField {
  const field = choices[name];
  const { form, examples } = choiceForms[field];
  const value = typed.normalize('NFKC').trim().toUpperCase().replace(/类$/u, '');
  if (form.test(value)) return { test: { field, choice: value } };
  return { problem: `“${name}：${typed}”读不懂，已略去。请写作${examples}。` };
}

const years = /^(?<from>\d{4})?年?(?<range>\.{2,}|…+|[-–—－~～至到])?(?<to>\d{4})?年?$/u;

function parseYears(typed: string): ParsedField {
  const { from, range, to } = years.exec(typed.normalize('NFKC').trim())?.groups ?? {};
  const problem = `“年：${typed}”读不懂，已略去。请写作“年：2019”“年：2015..2019”“年：2015..”或“年：..2019”。`;
  if (from === undefined && to === undefined) return { problem };
  if (range === undefined) return to === undefined ? yearTest(Number(from), Number(from)) : { problem };
  const [first, last] = [Number(from ?? 0), Number(to ?? 9999)];
  if (first <= last) return yearTest(first, last);
  return {
    problem: `“年：${typed}”的起止年份颠倒，已按 ${last} 至 ${first} 年检索。`,
    ...yearTest(last, first),
  };
}

function yearTest(from: number, to: number): ParsedField {
  return { test: { field: 'year', from, to } };
}

const meeting = new RegExp(
  `^第?(?<term>${numeralPattern})(?:届?[-–—－](?<dashed>\\d{1,2})|届(?:第?(?<session>${numeralPattern})次(?:会议)?)?)?$`,
  'u',
);

function parseAssemblyTerm(typed: string): ParsedField {
  const { term, dashed, session = dashed } = meeting.exec(typed.normalize('NFKC').trim())?.groups ?? {};
  const read = readNumeral(term ?? '');
  const held = session === undefined ? undefined : readNumeral(session);
  if (read === undefined || (session !== undefined && held === undefined))
    return { problem: `“届：${typed}”读不懂，已略去。请写作“届：12”“届：12-2”或“届：十二届二次”。` };
  return { test: { field: 'term', term: read, ...(held === undefined ? {} : { session: held }) } };
}
