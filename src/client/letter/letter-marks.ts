import { isTextTerm, parseQuery, type FieldTerm } from '../../search/query/query.ts';
import { foldUnits, type Unit } from '../../search/text/fold.ts';
import { markMatches } from './text-marks.ts';

/** The marks of one match; a match across links or emphasis has several. */
export type MatchMarks = readonly HTMLElement[];

/** Everything searchable in a letter: of a table the cells, not the anchored rows. */
const searchedBlocks = 'h1, .header-facts td, .proposal-card p, [data-letter-body] :is([id]:not(tr), th, td)';

/** Where the page shows the value of each field. */
const fieldSelectors: Record<Exclude<FieldTerm['test']['field'], 'year' | 'term'>, string> = {
  title: 'h1',
  subject: '.proposal-title',
  document: '.header-facts tr[data-fact="发文字号"] td',
  index: '.header-facts tr[data-fact="索引号"] td',
  proposal: '.proposal-reference',
  issuer: '.header-facts tr[data-fact="发文机关"] td',
  recipient: '.proposal-recipients, .salutation',
  signatory: '.signature',
};

/**
 * Marks the matches of a query in the letter of this page: words and phrases everywhere, the value of a field where
 * that field is shown, nothing that is excluded.
 *
 * @param letter The page's `main`.
 * @returns The matches, in document order.
 */
export function markLetter(letter: ParentNode, query: string): MatchMarks[] {
  const anywhere: Unit[][] = [];
  const inField: { selector: string; phrase: Unit[] }[] = [];
  for (const term of parseQuery(query).clauses.flat()) {
    if (term.negated) continue;
    if (isTextTerm(term)) anywhere.push(foldUnits(term.text, { spacesBreak: term.quoted }));
    else if ('value' in term.test)
      inField.push({ selector: fieldSelectors[term.test.field], phrase: foldUnits(term.test.value) });
  }
  const blocks = [...letter.querySelectorAll(searchedBlocks)];
  return blocks
    .filter((block) => !blocks.some((other) => other !== block && other.contains(block)))
    .flatMap((block) => {
      const here = inField.filter(({ selector }) => block.matches(selector)).map(({ phrase }) => phrase);
      return markMatches(block, [...anywhere, ...here]);
    });
}

/** Removes the marks. */
export function unmark(matches: readonly MatchMarks[]): void {
  for (const mark of matches.flat()) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}
