import { isTextTerm, parseQuery, type FieldTerm } from '../../search/query/query.ts';
import { foldUnits, type Unit } from '../../search/text/fold.ts';
import { markMatches } from './text-marks.ts';

/** The marks of one match; a match across links or emphasis has several. */
export type MatchMarks = readonly HTMLElement[];

/** Everything searchable in a letter: of a table the cells, not the anchored rows. */
const searchedBlocks = 'h1, .header-facts td, .proposal-card p, [data-letter-body] :is([id]:not(tr), th, td)';

type Field = Extract<FieldTerm['test'], { value: string }>['field'];

/** Where the page shows the value of each field: the label of its row, or a selector. */
const fieldLabels: Partial<Record<Field, string>> = {
  document: '发文字号',
  index: '索引号',
  issuer: '发文机关',
};
const fieldSelectors: Partial<Record<Field, string>> = {
  title: 'h1',
  subject: '.proposal-title',
  proposal: '.proposal-reference',
  recipient: '.proposal-recipients, .salutation',
  signatory: '.signature',
};

function showsField(block: Element, field: Field): boolean {
  const selector = fieldSelectors[field];
  if (selector !== undefined) return block.matches(selector);
  return (
    block.matches('.header-facts td') && block.previousElementSibling?.textContent === fieldLabels[field]
  );
}

/**
 * Marks the matches of a query in the letter of this page: words and phrases everywhere, the value of a field where
 * that field is shown, nothing that is excluded.
 *
 * @param letter The page's `main`.
 * @returns The matches, in document order.
 */
export function markLetter(letter: ParentNode, query: string): MatchMarks[] {
  const anywhere: Unit[][] = [];
  const inField: { field: Field; phrase: Unit[] }[] = [];
  for (const term of parseQuery(query).clauses.flat()) {
    if (term.negated) continue;
    if (isTextTerm(term)) anywhere.push(foldUnits(term.text, { spacesBreak: term.quoted }));
    else if ('value' in term.test)
      inField.push({ field: term.test.field, phrase: foldUnits(term.test.value) });
  }
  const blocks = [...letter.querySelectorAll(searchedBlocks)];
  return blocks
    .filter((block) => !blocks.some((other) => other !== block && other.contains(block)))
    .flatMap((block) => {
      const here = inField.filter(({ field }) => showsField(block, field)).map(({ phrase }) => phrase);
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
