import { foldUnits } from '../text/fold.ts';
import { fieldPattern, parseField, type FieldTest } from './field-query.ts';

/** One thing to look for. */
export type Term = TextTerm | FieldTerm;

interface SourceTerm {
  /** As the visitor wrote it, with its minus, field and quotation marks. */
  source: string;
  /** `-词`: letters with it are left out. */
  negated: boolean;
}

/** Text that stands somewhere in a letter. */
export interface TextTerm extends SourceTerm {
  text: string;
  /** Between quotation marks: the spaces typed are breaks. */
  quoted: boolean;
}

/** Something that the header says. */
export interface FieldTerm extends SourceTerm {
  test: FieldTest;
}

/** What a visitor asks for: every clause must hold, by one of its terms. */
export interface Query {
  clauses: Term[][];
  /** What is wrong with the query, for the visitor. The rest is searched all the same. */
  problems: string[];
}

export function isTextTerm(term: Term): term is TextTerm {
  return 'text' in term;
}

/** One word of the query language: an optional minus and field, then a quoted phrase or anything up to a space. */
const word = new RegExp(
  `(?<bare>[-－]?${fieldPattern})\\s*$|(?<minus>[-－](?=\\S))?(?:(?<field>${fieldPattern})\\s*)?(?:["“”＂](?<phrase>[^"“”＂]*)["“”＂](?=\\s|$)|(?<plain>\\S+))`,
  'gu',
);

/**
 * Reads the query language: words separated by spaces must all stand in a letter; `"创业 导师"` is a
 * phrase; `-词` excludes; `甲 OR 乙` (`或` between spaces does the same) takes either; `机关:教育局`
 * asks a field. Everything else is text, its punctuation included.
 */
export function parseQuery(text: string): Query {
  const clauses: Term[][] = [];
  const problems: string[] = [];
  let joining = false;
  for (const { groups = {}, 0: whole } of text.matchAll(word)) {
    if (/^(?:OR|或)$/.test(whole)) {
      if (clauses.length === 0 || joining) problems.push(danglingOr);
      joining = clauses.length > 0;
      continue;
    }
    const term = parseTerm(groups, whole, problems);
    if (term === undefined) continue;
    const last = joining ? clauses.at(-1) : undefined;
    if (last) last.push(term);
    else clauses.push([term]);
    joining = false;
  }
  if (joining) problems.push(danglingOr);
  return { clauses, problems: [...new Set(problems)] };
}

const danglingOr = '“OR”两边都要有检索词。';

function parseTerm(
  { minus, field, bare, phrase, plain = '' }: Partial<Record<string, string>>,
  whole: string,
  problems: string[],
): Term | undefined {
  const negated = minus !== undefined;
  if (phrase === undefined) problems.push(...findStrayMarks(plain));
  const name = (field ?? bare)?.replace(/^[-－]/, '').slice(0, -1);
  if (name !== undefined) {
    const { test, problem } = parseField(name, phrase ?? plain);
    if (problem !== undefined) problems.push(problem);
    return test && { source: whole.trim(), test, negated };
  }
  const text = phrase ?? plain;
  if (foldUnits(text).length > 0) return { source: whole, text, quoted: phrase !== undefined, negated };
  problems.push(`“${whole}”中没有可检索的文字，已略去。`);
  return undefined;
}

/** Marks that look like the query language's and are not. */
function findStrayMarks(plain: string): string[] {
  const count = (marks: RegExp) => plain.match(marks)?.length ?? 0;
  const opening = count(/“/g) - count(/”/g);
  return [
    ...(opening !== 0 || count(/["＂]/g) % 2 === 1 ? ['引号没有成对，已按普通标点处理。'] : []),
    ...(count(/[(（]/g) === count(/[)）]/g) ? [] : ['括号不能用来组合检索条件，已按普通标点处理。']),
  ];
}
