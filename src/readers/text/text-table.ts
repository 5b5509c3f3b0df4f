import type { Mark, TableCell } from '../reading.ts';
import { splitAtGaps, splitAtPipes, splitAtTabs } from './row-cells.ts';
import { createAlignmentTest } from './column-alignment.ts';
import { toSourceLines, rowsIn, findTableRuns, type SourceLine, type TableRun } from './table-run.ts';

/**
 * Finds tables typed in plain text: consecutive lines with the same number of cells (two or more), separated
 * by pipes, tabs or aligned gaps.
 */
export function findTextTables(decoded: string): Mark[] {
  const rows = toSourceLines(decoded);
  const [pipes, tabs, spaces] = [splitAtPipes, splitAtTabs, splitAtGaps].map((split) =>
    findTableRuns(rows, split),
  );
  // Gaps alone do not make a table: the columns must be aligned.
  const isAligned = createAlignmentTest(spaces ?? []);
  const marks: Mark[] = [];
  for (let index = 0; index < rows.length;) {
    const aligned = spaces?.[index];
    const table = [pipes?.[index], tabs?.[index], aligned && isAligned(aligned) ? aligned : undefined].find(
      (run) => run?.rest,
    );
    if (table) marks.push(...toMarks(table, rows.slice(index, table.end)));
    index = table?.end ?? index + 1;
  }
  return marks;
}

/** Marks a run as a table, and the rules inside it as layout. */
function toMarks(run: TableRun, lines: readonly SourceLine[]): Mark[] {
  const end = lines.reduce((last, { at, text }) => Math.max(last, at + text.length), 0);
  const rows = [...rowsIn(run)].map(({ line, cells }) =>
    cells.map(({ from, to }): TableCell => ({
      at: line.at + from,
      length: to - from,
      colspan: 1,
      rowspan: 1,
      header: false,
    })),
  );
  const rules = lines
    .filter(({ isRule }, index) => isRule && index > 0)
    .map(({ at, text }): Mark => ({ at, length: text.length, kind: { type: 'dropped', why: 'layout' } }));
  return [{ at: run.line.at, length: end - run.line.at, kind: { type: 'table', rows } }, ...rules];
}
