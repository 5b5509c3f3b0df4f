import type { Cell, CellSplit } from './row-cells.ts';

/** A line of the text: where it starts, and the line without white space at its end. */
export interface Row {
  at: number;
  text: string;
  /** Whether it is the line below the head of a table: | --- | :-: |, ----+----. */
  isRule: boolean;
}

/** A row with cells as the beginning of a run: lines of as many cells each, with rules between or below them. */
export interface Run {
  row: Row;
  cells: readonly Cell[];
  /** The run from its next row on; absent for the last. */
  rest?: Run;
  /** The index behind its last line. */
  end: number;
}

export function rowsOf(decoded: string): Row[] {
  const rows: Row[] = [];
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
export function runsOf(rows: readonly Row[], split: CellSplit): (Run | undefined)[] {
  const runs: (Run | undefined)[] = [];
  let below = rows.length;
  for (const [index, row] of [...rows.entries()].reverse()) {
    const cells = split(row.text);
    const rest = runs[below];
    if (cells)
      runs[index] =
        rest?.cells.length === cells.length
          ? { row, cells, rest, end: rest.end }
          : { row, cells, end: below };
    if (!row.isRule) below = index;
  }
  return runs;
}

/** The rows of a run. */
export function* rowsOfRun(run: Run): Generator<Run> {
  for (let one: Run | undefined = run; one; one = one.rest) yield one;
}
