import type { Figure } from './drawn-page.ts';
import type { PageTable } from './page-table.ts';
import type { LayoutParagraph } from './paragraph.ts';

/** A part of a document, in order of reading. */
export type LayoutBlock =
  | { type: 'paragraph'; paragraph: LayoutParagraph }
  | { type: 'table'; table: PageTable }
  | { type: 'figure'; figure: Figure }
  /** Text that is none of the letter's, and why. */
  | { type: 'aside'; text: string; why: string };
