import type { Rule } from './drawn-page.ts';

/** A cell of a ruled table, with how many columns and rows it spans. */
export interface GridCell {
  row: number;
  column: number;
  colspan: number;
  rowspan: number;
}

/** A table by its ruling lines: where its columns and rows part, and its cells in order of reading. */
export interface Grid {
  /** Edges of the columns, from left to right. */
  xs: number[];
  /** Edges of the rows, from top to bottom. */
  ys: number[];
  cells: GridCell[];
}

/** How far lines that are meant to meet may be apart, in points. */
const reach = 2.5;

/** The tables that ruling lines draw: lines that touch one another and part at least two cells. */
export function toGrids(rules: readonly Rule[]): Grid[] {
  const drawn = rules.filter((rule) => length(rule) > 6);
  return connected(drawn)
    .flatMap((group) => toGrid(group) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function toGrid(rules: readonly Rule[]): Grid | undefined {
  const xs = edges(rules.filter(isVertical).map((rule) => (rule.x1 + rule.x2) / 2));
  const ys = edges(rules.filter((rule) => !isVertical(rule)).map((rule) => (rule.y1 + rule.y2) / 2));
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > 4000) return undefined;
  const walls = wallsOf(rules, xs, ys);
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
  /** Whether a line parts a cell from the one to its right. */
  right: (row: number, column: number) => boolean;
  /** Whether a line parts a cell from the one below. */
  below: (row: number, column: number) => boolean;
}

function wallsOf(rules: readonly Rule[], xs: readonly number[], ys: readonly number[]): Walls {
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const upright = rules.filter(isVertical);
  const level = rules.filter((rule) => !isVertical(rule));
  return {
    right: (row, column) => {
      const middle = (at(ys, row) + at(ys, row + 1)) / 2;
      return upright.some(
        (rule) =>
          Math.abs((rule.x1 + rule.x2) / 2 - at(xs, column + 1)) < reach &&
          rule.y1 <= middle &&
          rule.y2 >= middle,
      );
    },
    below: (row, column) => {
      const middle = (at(xs, column) + at(xs, column + 1)) / 2;
      return level.some(
        (rule) =>
          Math.abs((rule.y1 + rule.y2) / 2 - at(ys, row + 1)) < reach &&
          rule.x1 <= middle &&
          rule.x2 >= middle,
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

/** Groups of lines that touch one another, directly or through others. */
function connected(rules: readonly Rule[]): Rule[][] {
  const done: Rule[][] = [];
  const groups = new Set<{ box: Rule; rules: Rule[] }>();
  for (const rule of rules.toSorted((a, b) => a.y1 - b.y1)) {
    // From top to bottom: what ends above a line touches none of those that follow.
    for (const group of groups)
      if (group.box.y2 + reach < rule.y1) {
        groups.delete(group);
        done.push(group.rules);
      }
    const touching = [...groups].filter(
      (group) => touch(group.box, rule) && group.rules.findLast((other) => touch(other, rule)) !== undefined,
    );
    // The smaller groups move to the largest, so that a line is moved few times.
    const [largest, ...others] = touching.sort((a, b) => b.rules.length - a.rules.length);
    if (!largest) {
      groups.add({ box: rule, rules: [rule] });
      continue;
    }
    largest.rules.push(rule);
    largest.box = around(largest.box, rule);
    for (const group of others) {
      for (const one of group.rules) largest.rules.push(one);
      largest.box = around(largest.box, group.box);
      groups.delete(group);
    }
  }
  return [...done, ...[...groups].map((group) => group.rules)];
}

function touch(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + reach && b.x1 <= a.x2 + reach && a.y1 <= b.y2 + reach && b.y1 <= a.y2 + reach;
}

function around(a: Rule, b: Rule): Rule {
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
}

/** Places of parallel lines, those that are nearly one taken together. */
function edges(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (place - (result.at(-1) ?? -Infinity) > reach) result.push(place);
  return result;
}

function isVertical(rule: Rule): boolean {
  return rule.y2 - rule.y1 > rule.x2 - rule.x1;
}

function length(rule: Rule): number {
  return Math.max(rule.x2 - rule.x1, rule.y2 - rule.y1);
}
