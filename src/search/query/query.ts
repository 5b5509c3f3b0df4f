import { foldUnits } from '../text/fold.ts';
import { fieldPattern, parseField, type FieldTest } from './field-query.ts';

/** One condition of a query. */
export type Term = TextTerm | FieldTerm;

interface SourceTerm {
  /** As the visitor wrote it, with its minus, field and quotation marks. */
  source: string;
  /** `-词`: letters that satisfy it are excluded. */
  negated: boolean;
}

/** Text that occurs anywhere in a letter. */
export interface TextTerm extends SourceTerm {
  text: string;
  /** In quotation marks: spaces are breaks. */
  quoted: boolean;
}

/** A condition on the header. */
export interface FieldTerm extends SourceTerm {
  test: FieldTest;
}

/** A conjunction of clauses, each a disjunction of terms. */
export interface Query {
  clauses: Term[][];
  /** Faults of the query, in words for the visitor. The rest of it is searched all the same. */
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
 * Parses the query language: words separated by spaces must all occur in a letter; `"创业 导师"` is a phrase;
 * `-词` excludes; `甲 OR 乙` (or `或` between spaces) matches either; `机关:教育局` queries a field. Everything else
 * is text, including its punctuation.
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

/** Reports quotation marks and brackets that look like operators but are plain punctuation. */
function findStrayMarks(plain: string): string[] {
  const count = (marks: RegExp) => plain.match(marks)?.length ?? 0;
  const opening = count(/“/g) - count(/”/g);
  return [
    ...(opening !== 0 || count(/["＂]/g) % 2 === 1 ? ['引号没有成对，已按普通标点处理。'] : []),
    ...(count(/[(（]/g) === count(/[)）]/g) ? [] : ['括号不能用来组合检索条件，已按普通标点处理。']),
  ];
}
