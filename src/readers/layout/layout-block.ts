import type { Figure } from './drawn-page.ts';
import type { PageTable } from './page-table.ts';
import type { LayoutParagraph } from './paragraph.ts';

/** A block of a document, in reading order. */
export type LayoutBlock =
  | { type: 'paragraph'; paragraph: LayoutParagraph }
  | { type: 'table'; table: PageTable }
  | { type: 'figure'; figure: Figure }
  /** Text that is not part of the letter, and why. */
  | { type: 'dropped'; text: string; why: string };
