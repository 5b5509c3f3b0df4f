import type { LineCell } from './row-cells.ts';
import { rowsIn, type SourceLine, type TableRun } from './table-run.ts';

/** A table typed with spaces has no more columns than this. */
const mostColumns = 40;

/**
 * Creates a test that says whether a run of lines with gaps is a table: its columns are aligned, and one of
 * them has numbers below a heading. The work is bounded for all runs together: a line is compared with no
 * more headings than it has columns, for below another heading a column would have numbers only.
 *
 * @param runs All runs of the text, including the rest of each run.
 */
export function createAlignmentTest(runs: readonly (TableRun | undefined)[]): (run: TableRun) => boolean {
  const numbers = new Map<TableRun, ReadonlySet<number>>();
  for (const run of runs.toReversed()) if (run) numbers.set(run, numberColumns(run, numbers));
  const edges = new Map<TableRun, readonly CellEdges[]>();
  const edgesOf = (run: TableRun) => {
    const known = edges.get(run) ?? edgesIn(run);
    edges.set(run, known);
    return known;
  };
  return (run) => {
    if (!run.rest || run.line.isRule || run.cells.length > mostColumns) return false;
    const [below, own] = [numbers.get(run.rest), numbers.get(run)];
    if (![...(below ?? [])].some((column) => own?.has(column) !== true)) return false;
    const head = edgesOf(run);
    for (const row of rowsIn(run.rest))
      if (!edgesOf(row).every((cell, column) => isBelow(head[column], cell))) return false;
    return true;
  };
}

/** The columns in which every row of a run has a number. */
function numberColumns(
  { line, cells, rest }: TableRun,
  known: ReadonlyMap<TableRun, ReadonlySet<number>>,
): Set<number> {
  const below = rest && known.get(rest);
  return new Set(
    cells.flatMap((cell, column) => (isNumber(line, cell) && below?.has(column) !== false ? [column] : [])),
  );
}

function isNumber({ text }: SourceLine, { from, to }: LineCell): boolean {
  return /^[\d.,%]+\p{Script=Han}{0,2}$/u.test(text.slice(from, to));
}

/** Where a cell begins and ends, in terminal columns. */
interface CellEdges {
  left: number;
  right: number;
}

function edgesIn({ line: { text }, cells }: TableRun): CellEdges[] {
  let [column, done] = [0, 0];
  const columnAt = (at: number) => {
    column += text.slice(done, at).replace(/[^\0-\xff]/gu, '  ').length;
    done = at;
    return column;
  };
  return cells.map(({ from, to }) => ({ left: columnAt(from), right: columnAt(to) }));
}

/** Whether two cells share their left edge, right edge or middle, to within one column. */
function isBelow(above: CellEdges | undefined, { left, right }: CellEdges): boolean {
  if (!above) return false;
  const [start, end] = [above.left - left, above.right - right];
  return [start, end, (start + end) / 2].some((gap) => Math.abs(gap) <= 1);
}
