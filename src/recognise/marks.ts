import type { Reading, TableCell } from '../readers/reading.ts';
import type { HeadingMark } from './letter-body.ts';
import type { TableMark } from './body-tables.ts';
import type { FootnoteMark } from './footnotes.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** What a reader knows of its text, by kind. */
export interface Marks {
  /** Text that is none of the letter's, and why. */
  dropped: { range: TextRange; why: string }[];
  headings: HeadingMark[];
  /** Tables that stand in no other. */
  tables: TableMark[];
  notes: FootnoteMark[];
}

/** Sorts the marks of a reading by kind. */
export function sortMarks({ decoded, marks }: Reading): Marks {
  const sorted: Marks = { dropped: [], headings: [], tables: [], notes: [] };
  for (const { at, length, kind } of marks) {
    const range = { at, end: at + length };
    if (kind.type === 'dropped') sorted.dropped.push({ range, why: kind.why });
    else if (kind.type === 'heading') sorted.headings.push({ ...range, depth: kind.depth });
    else if (kind.type === 'numbering') {
      const number = /^\[\d+\]/.exec(decoded.slice(at, range.end))?.[0];
      if (number !== undefined) sorted.notes.push({ ...range, number });
    }
    // Marks are in order and nest: what begins before the end of the last table lies in it.
    else if (kind.type === 'table' && at >= (sorted.tables.at(-1)?.end ?? 0))
      sorted.tables.push({ ...range, rows: kind.rows.map((row) => row.map(cellRange)) });
  }
  return sorted;
}

function cellRange({ at, length, colspan, rowspan, header }: TableCell): TableMark['rows'][number][number] {
  return { at, end: at + length, colspan, rowspan, header };
}
