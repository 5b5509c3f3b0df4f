import { toGrids, type Grid, type GridCell } from './grid.ts';
import { toTextLines } from './text-line.ts';
import type { Glyph, DrawnPage } from './drawn-page.ts';
import { toLayoutParagraphs } from './paragraph.ts';
import type { PageTable, PageTableCell } from './page-table.ts';

/** Takes the tables drawn by ruling lines out of a page; returns them and the remaining glyphs. */
export function takeRuledTables(page: DrawnPage, index: number): { tables: PageTable[]; glyphs: Glyph[] } {
  let glyphs = page.glyphs;
  const tables: PageTable[] = [];
  for (const grid of toGrids(page.rulingLines)) {
    const inside = glyphs.filter((glyph) => cellOf(grid, glyph) !== undefined);
    const filled = new Set(inside.map((glyph) => cellOf(grid, glyph)));
    // A frame around a paragraph or a row of check boxes is not a table.
    if (filled.size < 3) continue;
    const held = new Set(inside);
    glyphs = glyphs.filter((glyph) => !held.has(glyph));
    tables.push(toTable(grid, inside, index));
  }
  return { tables, glyphs };
}

function toTable(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable {
  const byCell = Map.groupBy(glyphs, (glyph) => cellOf(grid, glyph));
  const rows = Array.from({ length: grid.ys.length - 1 }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map((cell): PageTableCell => {
        const held = byCell.get(cell) ?? [];
        return {
          ...cellText(held, grid, cell, page),
          colspan: cell.colspan,
          rowspan: cell.rowspan,
          header: isHeader(cell, grid, held, glyphs),
        };
      }),
  );
  return { page, top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, xs: grid.xs, rows, breaks: [] };
}

function cellText(
  glyphs: readonly Glyph[],
  grid: Grid,
  cell: GridCell,
  page: number,
): Pick<PageTableCell, 'text' | 'glyphs'> {
  const left = grid.xs[cell.column] ?? 0;
  const right = grid.xs[cell.column + cell.colspan] ?? left;
  const lines = toTextLines(glyphs, page);
  const paragraphs = toLayoutParagraphs(lines, { left, right, isCell: true });
  return {
    text: paragraphs.map((paragraph) => paragraph.text).join(' '),
    glyphs: paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.glyphs)),
  };
}

/** Whether a cell is in the header: the first row, and the rows that its merged cells reach into. */
function isHeader(cell: GridCell, grid: Grid, held: readonly Glyph[], all: readonly Glyph[]): boolean {
  const reach = Math.max(...grid.cells.filter(({ row }) => row === 0).map(({ rowspan }) => rowspan));
  if (cell.row + cell.rowspan > reach) return false;
  // A header that covers all rows is not one.
  if (grid.ys.length - 1 <= reach) return false;
  const marked = (glyph: Glyph) => glyph.bold || glyph.tag?.role === 'TH';
  const anyMarked = all.some(marked);
  return !anyMarked || all.every(marked) || held.length === 0 || held.some(marked);
}

function cellOf(grid: Grid, glyph: Glyph): GridCell | undefined {
  const x = glyph.x + glyph.width / 2;
  const y = glyph.y - glyph.size * 0.35;
  const column = grid.xs.findLastIndex((edge) => edge <= x);
  const row = grid.ys.findLastIndex((edge) => edge <= y);
  if (column < 0 || row < 0 || column >= grid.xs.length - 1 || row >= grid.ys.length - 1) return undefined;
  return grid.cells.find(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowspan &&
      cell.column <= column &&
      column < cell.column + cell.colspan,
  );
}
