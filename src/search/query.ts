import { foldUnits } from './fold.ts';

/** One thing to look for. */
export interface Term {
  text: string;
  /** Between quotation marks: the spaces typed are breaks. */
  quoted: boolean;
  /** `-词`: letters with it are left out. */
  negated: boolean;
}

/** What a visitor asks for: every clause must hold, by one of its terms. */
export interface Query {
  clauses: Term[][];
  /** What is wrong with the query, for the visitor. The rest is searched all the same. */
  problems: string[];
}

/** One word of the query language: an optional minus, then a quoted phrase or anything up to a space. */
const word = /(?<minus>[-－](?=\S))?(?:["“”](?<phrase>[^"“”]*)["“”](?=\s|$)|(?<plain>\S+))/gu;

/**
 * Reads the query language: words separated by spaces must all stand in a letter; `"创业 导师"` is a
 * phrase; `-词` excludes; `甲 OR 乙` (`或` between spaces does the same) takes either.
 */
export function parseQuery(text: string): Query {
  const clauses: Term[][] = [];
  const problems: string[] = [];
  let joining = false;
  for (const { groups = {}, 0: whole } of text.matchAll(word)) {
    if (/^(?:OR|或)$/.test(whole)) {
      if (clauses.length === 0 || joining) problems.push('“OR”两边都要有检索词。');
      joining = clauses.length > 0;
      continue;
    }
    const { phrase, plain = '', minus } = groups;
    const term = { text: phrase ?? plain, quoted: phrase !== undefined, negated: minus !== undefined };
    if (foldUnits(term.text).length === 0) {
      problems.push(`“${whole}”中没有可检索的文字，已略去。`);
      continue;
    }
    const last = joining ? clauses.at(-1) : undefined;
    if (last) last.push(term);
    else clauses.push([term]);
    joining = false;
  }
  if (joining) problems.push('“OR”两边都要有检索词。');
  return { clauses, problems };
}
