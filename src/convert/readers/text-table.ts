import type { Mark, TableCell } from './reading.ts';

/** A line of the text: where it starts, and the line without white space at its end. */
interface Row {
  at: number;
  text: string;
}

/** A cell as offsets in its line. */
interface Cell {
  from: number;
  to: number;
}

/** A longer cell is a paragraph. */
const longest = 60;

/**
 * The tables that are typed in a plain text: lines that follow each other and have the same number of cells
 * (two or more), apart by pipes, by tabs, or by columns of spaces that stand below each other.
 */
export function tablesOf(decoded: string): Mark[] {
  const rows = rowsOf(decoded);
  const marks: Mark[] = [];
  for (let index = 0; index < rows.length;) {
    const table = [pipeCells, tabCells, alignedCells]
      .map((cells) => tableAt(rows, index, cells))
      .find(Boolean);
    if (table) marks.push(...table.marks);
    index += table?.lines ?? 1;
  }
  return marks;
}

function rowsOf(decoded: string): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (const line of decoded.split('\n')) {
    rows.push({ at, text: line.trimEnd() });
    at += line.length + 1;
  }
  return rows;
}

type Split = (text: string) => Cell[] | undefined;

/** The table that begins at `index` with the rule below its head, as marks, and how many lines it has. */
function tableAt(
  rows: readonly Row[],
  index: number,
  split: Split,
): { marks: Mark[]; lines: number } | undefined {
  const own: { row: Row; cells: Cell[] }[] = [];
  const rules: Mark[] = [];
  let lines = 0;
  for (let next = index; next < rows.length; next += 1) {
    const row = rows[next];
    if (!row) break;
    if (own.length > 0 && isRule(row.text))
      rules.push({ at: row.at, length: row.text.length, kind: { type: 'dropped', why: 'layout' } });
    else {
      const cells = split(row.text);
      if (!cells) break;
      if (own.some((one) => one.cells.length !== cells.length)) break;
      own.push({ row, cells });
    }
    lines += 1;
  }
  const [first] = own;
  const last = rows[index + lines - 1];
  if (!first || !last || own.length < 2 || !isTable(own, split)) return undefined;
  const cells = own.map(({ row, cells: inner }): TableCell[] =>
    inner.map(({ from, to }) => ({
      at: row.at + from,
      length: to - from,
      colspan: 1,
      rowspan: 1,
      header: false,
    })),
  );
  const length = last.at + last.text.length - first.row.at;
  const table: Mark = { at: first.row.at, length, kind: { type: 'table', rows: cells } };
  return { marks: [table, ...rules], lines };
}

/** The line below the head of a table: | --- | :-: |, ----+----. */
function isRule(text: string): boolean {
  return /-{2,}/u.test(text) && /^[\s|+:=-]+$/u.test(text);
}

/** `| a | b |`, with or without the outer pipes. */
function pipeCells(text: string): Cell[] | undefined {
  const lead = /^\s*[|｜]?/u.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[|｜]$/u.exec(text)?.[0].length ?? 0);
  return cellsBetween(text, Math.min(lead, end), end, /[|｜]/gu);
}

function tabCells(text: string): Cell[] | undefined {
  return cellsBetween(text, text.length - text.trimStart().length, text.length, /\t/gu);
}

/** Columns that two or more spaces, or one of full width, set apart. */
function alignedCells(text: string): Cell[] | undefined {
  return cellsBetween(
    text,
    text.length - text.trimStart().length,
    text.length,
    / {2,}|[ \u3000]*\u3000[ \u3000]*/gu,
  );
}

/** Two or more cells, none of which is a sentence or a label with its colon. */
function cellsBetween(text: string, from: number, to: number, separator: RegExp): Cell[] | undefined {
  const cells: Cell[] = [];
  let start = from;
  for (const { index, 0: match } of text.slice(from, to).matchAll(separator)) {
    cells.push(trimmed(text, start, from + index));
    start = from + index + match.length;
  }
  cells.push(trimmed(text, start, to));
  const fits = cells.every(
    (cell) => cell.to - cell.from <= longest && !/[。！？：!?:]/u.test(text.slice(cell.from, cell.to)),
  );
  return cells.length >= 2 && fits ? cells : undefined;
}

function trimmed(text: string, from: number, to: number): Cell {
  const inner = text.slice(from, to);
  const lead = inner.length - inner.trimStart().length;
  return { from: from + lead, to: Math.max(from + lead, from + inner.trimEnd().length) };
}

/** Spaces alone prove a table only where columns stand below each other and one of them holds numbers. */
function isTable(rows: readonly { row: Row; cells: Cell[] }[], split: Split): boolean {
  if (split !== alignedCells) return true;
  const [head, ...others] = rows;
  if (!head) return false;
  return (
    head.cells.every((cell, column) =>
      others.every(({ row, cells }) => isBelow(head.row, cell, row, cells[column])),
    ) &&
    head.cells.some((cell, column) => {
      const isNumber = ({ text }: Row, { from, to }: Cell) =>
        /^[\d.,%]+\p{Script=Han}{0,2}$/u.test(text.slice(from, to));
      return (
        !isNumber(head.row, cell) &&
        others.every(({ row, cells }) => isNumber(row, cells[column] ?? { from: 0, to: 0 }))
      );
    })
  );
}

/** Whether two cells share their left edge, their right edge or their middle, in columns of a terminal. */
function isBelow(above: Row, cell: Cell, row: Row, other: Cell | undefined): boolean {
  if (!other) return false;
  const edges = ({ text }: Row, { from, to }: Cell) =>
    [columns(text.slice(0, from)), columns(text.slice(0, to))] as const;
  const [[left, right], [start, end]] = [edges(above, cell), edges(row, other)];
  return [left - start, right - end, (left + right - start - end) / 2].some((gap) => Math.abs(gap) <= 1);
}

function columns(text: string): number {
  return text.replace(/[^\0-\xff]/gu, '  ').length;
}
