import { numeralPattern, readNumeral } from '../../reply/numeral.ts';
import { foldUnits } from '../text/fold.ts';

/** Fields whose text must contain the value. */
const textFields = {
  标题: 'title',
  案由: 'subject',
  文号: 'document',
  发文字号: 'document',
  索引号: 'index',
  编号: 'proposal',
  机关: 'issuer',
  发文机关: 'issuer',
  委员: 'recipient',
  代表: 'recipient',
  主送: 'recipient',
  署名: 'signatory',
} as const;

/** The condition of a field query. */
export type FieldTest =
  | { field: (typeof textFields)[keyof typeof textFields]; value: string }
  /** Years, both included. */
  | { field: 'year'; from: number; to: number }
  | { field: 'term'; term: number; session?: number };

/** A parsed field query. */
export interface ParsedField {
  test?: FieldTest;
  /** What is wrong, in words for the visitor. */
  problem?: string;
}

const names = [...Object.keys(textFields), '年份', '年', '届'];

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
  if (foldUnits(value).length === 0) return { problem: `“${name}：${value}”中没有可检索的文字，已略去。` };
  return { test: { field: textFields[name as keyof typeof textFields], value } };
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
