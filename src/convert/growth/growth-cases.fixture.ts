import type { GrowthCase } from './growth-case.fixture.ts';
import { docCases } from './doc-cases.fixture.ts';
import { docxCases } from './docx-cases.fixture.ts';
import { layoutCases } from './layout-cases.fixture.ts';
import { pageCases } from './page-cases.fixture.ts';
import { textCases } from './text-cases.fixture.ts';

const all: GrowthCase[] = [...textCases, ...pageCases, ...layoutCases, ...docxCases, ...docCases];

/** What took work that grew faster than its size once. */
const mended = new Set([
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
]);

/** The cases that were mended, and of the others one of so many. */
export function growthCases(every: number): GrowthCase[] {
  return all.filter(({ name }, index) => mended.has(name) || index % every === 0);
}
