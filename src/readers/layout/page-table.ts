import type { Glyph } from './drawn-page.ts';

/** A table cell with its text on one line. */
export interface PageTableCell {
  text: string;
  /** The characters of the text, in its order. */
  glyphs: Glyph[];
  colspan: number;
  rowspan: number;
  header: boolean;
}

/** A table on a page: its top and bottom, its column edges and its rows. */
export interface PageTable {
  /** The index of its page, of the last one where it continues on others. */
  page: number;
  top: number;
  bottom: number;
  xs: number[];
  rows: PageTableCell[][];
  /** The row with which each further page begins, of a table that continues there. */
  breaks: { page: number; row: number }[];
}

/** Whether a table continues another one at the top of the next page. */
export function continues(table: PageTable, next: PageTable): boolean {
  return (
    next.page === table.page + 1 &&
    table.xs.length === next.xs.length &&
    table.xs.every((x, index) => Math.abs(x - (next.xs[index] ?? Infinity)) < 3)
  );
}
