import { isTextTerm, parseQuery, type FieldTerm } from '../../search/query/query.ts';
import { foldUnits, type Unit } from '../../search/text/fold.ts';
import { markMatches } from './text-marks.ts';

/** One place where a letter matches; a match that runs over links or emphasis has several marks. */
export type MatchMarks = readonly HTMLElement[];

/** All that is searched of a letter. In a table the cells; a row's anchor is none of them. */
const searchedBlocks = 'h1, .header-facts td, .proposal-card p, [data-letter-body] :is([id]:not(tr), th, td)';

/** Where the page shows what a field query looks at. */
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
 * Marks where a query stands in the letter of this page: words and phrases everywhere, the value of a field where that
 * field is shown. What is excluded is not marked.
 *
 * @param letter The page's `main`.
 * @returns The places, in order of reading.
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

/** Takes the marks away again. */
export function unmark(places: readonly MatchMarks[]): void {
  for (const mark of places.flat()) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}
