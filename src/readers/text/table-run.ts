import type { CellRange, CellSplitter } from './row-cells.ts';

/** A line of the text: where it starts, and the line without white space at its end. */
export interface SourceLine {
  at: number;
  text: string;
  /** Whether it is the line below the head of a table: | --- | :-: |, ----+----. */
  isRule: boolean;
}

/** A row with cells as the beginning of a run: lines of as many cells each, with rules between or below them. */
export interface TableRun {
  line: SourceLine;
  cells: readonly CellRange[];
  /** The run from its next row on; absent for the last. */
  rest?: TableRun;
  /** The index behind its last line. */
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
 * The runs that begin at each row, by the row's index. From the last row to the first, so that each row is looked at
 * once: its run is that of the row below it, or ends there.
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
