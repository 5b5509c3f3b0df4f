import { firstIndex } from '../reply/first-index.ts';
import type { Line } from './lines.ts';
import type { CellRange, TableMark } from './marks.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** A table of the letter, with the indices of its first and last line. */
export interface BodyTable {
  rows: CellRange[][];
  first: number;
  last: number;
}

/**
 * The tables that are entirely between the first line of the letter and its signature. A table that extends
 * further only lays out the page, and its lines are read like any others.
 */
export function tablesBetween(
  lines: readonly Line[],
  start: number,
  end: number,
  tables: readonly TableMark[],
): BodyTable[] {
  return tables.flatMap((table) => {
    const first = firstIndex(lines.length, (index) => (lines[index]?.at ?? 0) >= table.at);
    const last = firstIndex(lines.length, (index) => (lines[index]?.end ?? 0) > table.end) - 1;
    if (last < first || first <= start || last >= end) return [];
    return [{ rows: table.rows.map((row) => row.map((cell) => ({ ...cell }))), first, last }];
  });
}

/** The range of a cell without surrounding white space. */
export function trimCell(decoded: string, { at, end }: TextRange): TextRange {
  const text = decoded.slice(at, end);
  const lead = text.length - text.trimStart().length;
  return { at: at + lead, end: Math.max(at + lead, at + text.trimEnd().length) };
}
