import type { Mark, TableCell } from '../reading.ts';
import { alignedCells, pipeCells, tabCells } from './row-cells.ts';
import { columnsIn } from './column-alignment.ts';
import { rowsOf, rowsOfRun, runsOf, type Row, type Run } from './table-run.ts';

/**
 * The tables that are typed in a plain text: lines that follow each other and have the same number of cells
 * (two or more), apart by pipes, by tabs, or by columns of spaces that stand below each other.
 */
export function tablesOf(decoded: string): Mark[] {
  const rows = rowsOf(decoded);
  const [pipes, tabs, spaces] = [pipeCells, tabCells, alignedCells].map((split) => runsOf(rows, split));
  // Spaces alone prove nothing.
  const isAligned = columnsIn(spaces ?? []);
  const marks: Mark[] = [];
  for (let index = 0; index < rows.length;) {
    const aligned = spaces?.[index];
    const table = [pipes?.[index], tabs?.[index], aligned && isAligned(aligned) ? aligned : undefined].find(
      (run) => run?.rest,
    );
    if (table) marks.push(...marksOf(table, rows.slice(index, table.end)));
    index = table?.end ?? index + 1;
  }
  return marks;
}

/** A run of rows as a table, and the rules in it as layout. */
function marksOf(run: Run, lines: readonly Row[]): Mark[] {
  const end = lines.reduce((last, { at, text }) => Math.max(last, at + text.length), 0);
  const rows = [...rowsOfRun(run)].map(({ row, cells }) =>
    cells.map(({ from, to }): TableCell => ({
      at: row.at + from,
      length: to - from,
      colspan: 1,
      rowspan: 1,
      header: false,
    })),
  );
  const rules = lines
    .filter(({ isRule }, index) => isRule && index > 0)
    .map(({ at, text }): Mark => ({ at, length: text.length, kind: { type: 'dropped', why: 'layout' } }));
  return [{ at: run.row.at, length: end - run.row.at, kind: { type: 'table', rows } }, ...rules];
}
