import type { RulingLine } from './drawn-page.ts';

/** A cell of a ruled table, with the columns and rows that it spans. */
export interface GridCell {
  row: number;
  column: number;
  colspan: number;
  rowspan: number;
}

/** A table's ruling lines: the edges of its columns and rows, and its cells in reading order. */
export interface Grid {
  /** Edges of the columns, from left to right. */
  xs: number[];
  /** Edges of the rows, from top to bottom. */
  ys: number[];
  cells: GridCell[];
}

/** How far apart lines that are meant to meet may be, in points. */
const reach = 2.5;

/** Finds the tables that ruling lines draw: lines that touch one another and separate at least two cells. */
export function toGrids(lines: readonly RulingLine[]): Grid[] {
  const drawn = lines.filter((line) => length(line) > 6);
  return connectLines(drawn)
    .flatMap((group) => toGrid(group) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function toGrid(lines: readonly RulingLine[]): Grid | undefined {
  const xs = edges(lines.filter(isVertical).map((line) => (line.x1 + line.x2) / 2));
  const ys = edges(lines.filter((line) => !isVertical(line)).map((line) => (line.y1 + line.y2) / 2));
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > 4000) return undefined;
  const walls = wallsOf(lines, xs, ys);
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row < ys.length - 1; row += 1)
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken.has(`${row} ${column}`)) continue;
      const cell = extend(row, column, walls, xs.length - 1, ys.length - 1);
      for (let r = row; r < row + cell.rowspan; r += 1)
        for (let c = column; c < column + cell.colspan; c += 1) taken.add(`${r} ${c}`);
      cells.push(cell);
    }
  return cells.length < 2 ? undefined : { xs, ys, cells };
}

interface Walls {
  /** Whether a line separates a cell from the one to its right. */
  right: (row: number, column: number) => boolean;
  /** Whether a line separates a cell from the one below. */
  below: (row: number, column: number) => boolean;
}

function wallsOf(lines: readonly RulingLine[], xs: readonly number[], ys: readonly number[]): Walls {
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const upright = lines.filter(isVertical);
  const level = lines.filter((line) => !isVertical(line));
  return {
    right: (row, column) => {
      const middle = (at(ys, row) + at(ys, row + 1)) / 2;
      return upright.some(
        (line) =>
          Math.abs((line.x1 + line.x2) / 2 - at(xs, column + 1)) < reach &&
          line.y1 <= middle &&
          line.y2 >= middle,
      );
    },
    below: (row, column) => {
      const middle = (at(xs, column) + at(xs, column + 1)) / 2;
      return level.some(
        (line) =>
          Math.abs((line.y1 + line.y2) / 2 - at(ys, row + 1)) < reach &&
          line.x1 <= middle &&
          line.x2 >= middle,
      );
    },
  };
}

function extend(row: number, column: number, walls: Walls, columns: number, rows: number): GridCell {
  let colspan = 1;
  while (column + colspan < columns && !walls.right(row, column + colspan - 1)) colspan += 1;
  const open = (r: number) =>
    Array.from({ length: colspan }, (_, index) => column + index).every((c) => !walls.below(r, c));
  let rowspan = 1;
  while (row + rowspan < rows && open(row + rowspan - 1)) rowspan += 1;
  return { row, column, colspan, rowspan };
}

/** Groups lines that touch one another, directly or through others. */
function connectLines(lines: readonly RulingLine[]): RulingLine[][] {
  const done: RulingLine[][] = [];
  const groups = new Set<{ box: RulingLine; lines: RulingLine[] }>();
  for (const line of lines.toSorted((a, b) => a.y1 - b.y1)) {
    // Lines come from top to bottom: a group that ends above this one touches none of the rest.
    for (const group of groups)
      if (group.box.y2 + reach < line.y1) {
        groups.delete(group);
        done.push(group.lines);
      }
    const touching = [...groups].filter(
      (group) => touch(group.box, line) && group.lines.findLast((other) => touch(other, line)) !== undefined,
    );
    // Merging small groups into the largest keeps the number of moves low.
    const [largest, ...others] = touching.sort((a, b) => b.lines.length - a.lines.length);
    if (!largest) {
      groups.add({ box: line, lines: [line] });
      continue;
    }
    largest.lines.push(line);
    largest.box = boundingLine(largest.box, line);
    for (const group of others) {
      for (const one of group.lines) largest.lines.push(one);
      largest.box = boundingLine(largest.box, group.box);
      groups.delete(group);
    }
  }
  return [...done, ...[...groups].map((group) => group.lines)];
}

function touch(a: RulingLine, b: RulingLine): boolean {
  return a.x1 <= b.x2 + reach && b.x1 <= a.x2 + reach && a.y1 <= b.y2 + reach && b.y1 <= a.y2 + reach;
}

function boundingLine(a: RulingLine, b: RulingLine): RulingLine {
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
}

/** The positions of parallel lines, merged where they nearly coincide. */
function edges(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (place - (result.at(-1) ?? -Infinity) > reach) result.push(place);
  return result;
}

function isVertical(line: RulingLine): boolean {
  return line.y2 - line.y1 > line.x2 - line.x1;
}

function length(line: RulingLine): number {
  return Math.max(line.x2 - line.x1, line.y2 - line.y1);
}
