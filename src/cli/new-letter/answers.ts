import { fieldAt } from '../../content-files/schema-fields.ts';
import { suggestDay, suggestInteger } from '../../content-files/value-suggestion.ts';
import { foldText } from '../../normalise/folded-text.ts';
import { findDocumentNumber, writeDocumentNumber } from '../../reply/document-number.ts';
import { frontmatterSchema, type Frontmatter } from '../../reply/frontmatter.ts';

/** A field that is asked for, and its option on the command line. */
export interface Question {
  path: readonly [string] | readonly [string, string];
  /** Long option, such as `--issued-on`. */
  flag: string;
  required?: true;
  /** What may be answered, where that is fixed. */
  choices?: readonly string[];
}

export const questions: readonly Question[] = [
  { path: ['title'], flag: '--title', required: true },
  { path: ['issuer'], flag: '--issuer', required: true },
  { path: ['issuedOn'], flag: '--issued-on', required: true },
  { path: ['documentNumber'], flag: '--document-number' },
  { path: ['indexNumber'], flag: '--index-number' },
  { path: ['publishedOn'], flag: '--published-on' },
  { path: ['proposal', 'assembly'], flag: '--assembly', choices: ['人大', '政协'] },
  { path: ['proposal', 'scope'], flag: '--scope' },
  { path: ['proposal', 'term'], flag: '--term' },
  { path: ['proposal', 'session'], flag: '--session' },
  { path: ['proposal', 'number'], flag: '--number' },
  { path: ['proposal', 'kind'], flag: '--kind', choices: ['提案', '建议', '议案'] },
  { path: ['proposal', 'title'], flag: '--proposal-title' },
  { path: ['recipients'], flag: '--recipients' },
  { path: ['role'], flag: '--role', choices: ['主办', '会办'] },
  { path: ['outcome'], flag: '--outcome' },
];

/** What an editor is asked, in Chinese: the name of the field, and what it is. */
export function wordingOf({ path }: Question): string {
  const field = fieldAt(frontmatterSchema, path);
  return `${field?.title ?? path.join('.')}（${field?.description ?? ''}）`;
}

/** An answer as the contract writes it, or what is wrong with it, in Chinese. */
export type Answer = { value: unknown } | { fault: string };

/** Reads an answer: a day in any form, a numeral in any, names with 、 between them. */
export function readAnswer({ path }: Question, typed: string): Answer {
  const value = valueOf(path.at(-1) ?? '', typed.trim());
  const wrapped = path.length === 1 ? { [path[0]]: value } : { [path[0]]: { [path[1]]: value } };
  const result = frontmatterSchema.partial().safeParse(wrapped);
  if (result.success) return { value };
  const [issue] = result.error.issues;
  const fault = issue?.code === 'invalid_type' ? '应为数字' : (issue?.message ?? '');
  const field = fieldAt(frontmatterSchema, path);
  return { fault: `${field?.title ?? ''}：${fault}。` };
}

function valueOf(key: string, typed: string): unknown {
  if (key === 'issuedOn' || key === 'publishedOn') return suggestDay(typed)?.yaml ?? typed;
  if (key === 'term' || key === 'session') {
    const number = suggestInteger(typed)?.yaml;
    return number === undefined ? typed : Number(number);
  }
  if (key === 'number') return /^第?([A-Za-z0-9-]+)号?$/u.exec(typed)?.[1] ?? typed;
  if (key === 'recipients') return typed.split(/[、，,;；]/u).map(bareName);
  if (key === 'documentNumber') {
    const { text } = foldText(typed, { at: 0, end: typed.length });
    const found = findDocumentNumber(text);
    return found?.length === text.length ? writeDocumentNumber(found) : typed;
  }
  return typed;
}

function bareName(name: string): string {
  return name
    .trim()
    .replace(/^尊敬的/u, '')
    .replace(/(?<=..)(?:代表|委员)$/u, '');
}

/** The frontmatter that answers make together. @param answers By the path of their question. */
export function joinAnswers(answers: ReadonlyMap<Question, unknown>): Frontmatter {
  const joined: Record<string, unknown> = {};
  for (const [{ path }, value] of answers) {
    const [key, inner] = path;
    joined[key] = inner === undefined ? value : { ...(joined[key] as object | undefined), [inner]: value };
  }
  return frontmatterSchema.parse({ ...joined, draft: true });
}
