import type { GrowthCase } from './growth-case.fixture.ts';
import { containerCases } from './container-cases.fixture.ts';
import { docCases } from './doc-cases.fixture.ts';
import { docxCases } from './docx-cases.fixture.ts';
import { layoutCases } from './layout-cases.fixture.ts';
import { ofdCases } from './ofd-cases.fixture.ts';
import { pageCases } from './page-cases.fixture.ts';
import { pdfCases } from './pdf-cases.fixture.ts';
import { rtfCases } from './rtf-cases.fixture.ts';
import { textCases } from './text-cases.fixture.ts';

const all: GrowthCase[] = [
  ...textCases,
  ...pageCases,
  ...layoutCases,
  ...docxCases,
  ...docCases,
  ...rtfCases,
  ...containerCases,
  ...ofdCases,
  ...pdfCases,
];

/** Cases whose work once grew faster than their size. */
const faultyOnce = new Set([
  'columns of spaces above the letter',
  'columns of full-width spaces without a letter',
  "an index number's label below the title",
  "an index number's label in a paragraph, with spaces",
  'private numbers in a paragraph',
  'headings in the body',
  'signatures below the letter',
  'a signing agency in the signature',
  'marks of direction in a paragraph, with spaces',
  'sentences below the letter',
  'links to files in the letter of a page',
  'tables in the letter of a page',
  'headers and footers of drawn pages',
  'many pages of drawn pages',
  'a grid of drawn pages',
  'lines across of drawn pages',
  'fields never ended of a DOCX',
  'deleted paragraph marks of a DOCX',
  'numberings by style of a DOCX',
  'styles on each other of a DOCX',
  'footnotes of a DOCX',
  'one image many times of a DOCX',
  'fields never ended of a DOC',
  'rows with edges of their own of a DOC',
  'notes that all have one text of a DOC',
  'fonts for many pages of an OFD',
  'the word stream of a PDF',
]);

/** One in `every` of the cases, and one in `everyFaulty` of those with a past fault. */
export function growthCases(every: number, everyFaulty: number): GrowthCase[] {
  const faulty = all
    .filter(({ name }) => faultyOnce.has(name))
    .filter((_, index) => index % everyFaulty === 0);
  return all.filter((one, index) => faulty.includes(one) || index % every === 0);
}
