import type { Reading, TableCell } from '../readers/reading.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import type { DroppedRange } from './recognised.ts';

/** A cell of a table, as a range of the decoded text. */
export interface CellRange extends TextRange {
  colspan: number;
  rowspan: number;
  header: boolean;
}

/** A table that the received format marks. */
export interface TableMark extends TextRange {
  rows: CellRange[][];
}

/** A heading that the received format marks, with its depth from 1. */
export interface HeadingMark extends TextRange {
  depth: number;
}

/** The number that a word processor gave a footnote, such as `[1]`: where it is cited, and before its text. */
export interface FootnoteMark extends TextRange {
  number: string;
}

/** The marks of a reading, by kind. */
export interface Marks {
  /** Text that is not part of the letter. */
  dropped: DroppedRange[];
  headings: HeadingMark[];
  /** Outermost tables only. */
  tables: TableMark[];
  footnotes: FootnoteMark[];
}

/** Sorts the marks of a reading by kind. */
export function sortMarks({ decoded, marks }: Pick<Reading, 'decoded' | 'marks'>): Marks {
  const sorted: Marks = { dropped: [], headings: [], tables: [], footnotes: [] };
  for (const { at, length, kind } of marks) {
    const range = { at, end: at + length };
    if (kind.type === 'dropped') sorted.dropped.push({ ...range, why: kind.why });
    else if (kind.type === 'heading') sorted.headings.push({ ...range, depth: kind.depth });
    else if (kind.type === 'numbering') {
      const number = /^\[\d+\]/.exec(decoded.slice(at, range.end))?.[0];
      if (number !== undefined) sorted.footnotes.push({ ...range, number });
    }
    // Marks are sorted and nest: one that begins before the end of the last table is inside it.
    else if (kind.type === 'table' && at >= (sorted.tables.at(-1)?.end ?? 0))
      sorted.tables.push({ ...range, rows: kind.rows.map((row) => row.map(cellRange)) });
  }
  return sorted;
}

function cellRange({ at, length, colspan, rowspan, header }: TableCell): CellRange {
  return { at, end: at + length, colspan, rowspan, header };
}
