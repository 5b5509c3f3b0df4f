import type { LineCell, CellSplitter } from './row-cells.ts';

/** A line of the text: its offset, and its content without trailing white space. */
export interface SourceLine {
  at: number;
  text: string;
  /** Whether it is a rule as below a table's heading: `| --- | :-: |`, `----+----`. */
  isRule: boolean;
}

/** The first row of a run: lines with equally many cells, with rules between or below them. */
export interface TableRun {
  line: SourceLine;
  cells: readonly LineCell[];
  /** The run from the next row on; absent in the last row. */
  rest?: TableRun;
  /** The index after the run's last line. */
  end: number;
}

export function toSourceLines(decoded: string): SourceLine[] {
  const rows: SourceLine[] = [];
  let at = 0;
  for (const line of decoded.split('\n')) {
    const text = line.trimEnd();
    rows.push({ at, text, isRule: text.includes('--') && /^[\s|+:=-]+$/u.test(text) });
    at += line.length + 1;
  }
  return rows;
}

/**
 * Finds the run that begins at each row, by the row's index. Goes from the last row to the first, so that it
 * visits each row once: a row extends the run below it or ends there.
 */
export function findTableRuns(rows: readonly SourceLine[], split: CellSplitter): (TableRun | undefined)[] {
  const runs: (TableRun | undefined)[] = [];
  let below = rows.length;
  for (const [index, line] of [...rows.entries()].reverse()) {
    const cells = split(line.text);
    const rest = runs[below];
    if (cells)
      runs[index] =
        rest?.cells.length === cells.length
          ? { line, cells, rest, end: rest.end }
          : { line, cells, end: below };
    if (!line.isRule) below = index;
  }
  return runs;
}

/** The rows of a run. */
export function* rowsIn(run: TableRun): Generator<TableRun> {
  for (let one: TableRun | undefined = run; one; one = one.rest) yield one;
}
