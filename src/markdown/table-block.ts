import type { ElementContent } from 'hast';
import type { Html, PhrasingContent, RootContent } from 'mdast';
import { rehype } from 'rehype';

/** A cell of a table, in the row and column where it starts. Lines in it are parted by U+2028. */
export interface CellBlock {
  text: string;
  colspan: number;
  rowspan: number;
  header: boolean;
}

/** Rows of cells; what a cell spans is left out. */
export interface TableBlock {
  rows: readonly (readonly CellBlock[])[];
}

const htmlWriter = rehype().data('settings', { fragment: true }).freeze();

/** A table for Markdown: one of GFM where rows and columns are plain, else one of HTML with its spans. */
export function tableNode({ rows }: TableBlock): RootContent {
  return isPlain(rows)
    ? {
        type: 'table',
        children: rows.map((row) => ({
          type: 'tableRow',
          children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
        })),
      }
    : { type: 'html', value: tableHtml(rows) };
}

/** Every row has as many cells as the others, and none is merged. */
function isPlain(rows: TableBlock['rows']): boolean {
  const columns = rows[0]?.length ?? 0;
  return (
    columns > 0 &&
    rows.every(
      (row) => row.length === columns && row.every(({ colspan, rowspan }) => colspan === 1 && rowspan === 1),
    )
  );
}

function phrasing(cell: CellBlock): PhrasingContent[] {
  const lineBreak: Html = { type: 'html', value: '<br>' };
  return linesOf(cell).flatMap((value, index) => [
    ...(index > 0 ? [lineBreak] : []),
    { type: 'text' as const, value },
  ]);
}

/** A row on each line, and no empty line: that would end the table for Markdown. */
function tableHtml(rows: TableBlock['rows']): string {
  const headed = rows.some((row) => row.some(({ header }) => header));
  // Like a table of GFM, one whose cells say nothing of it has its header on top, as deep as that is merged.
  const head = headed ? 0 : Math.max(0, ...(rows[0] ?? []).map(({ rowspan }) => rowspan));
  const lines = rows.map((row, index): ElementContent => ({
    type: 'element',
    tagName: 'tr',
    properties: {},
    children: row.map((cell) => cellElement(cell, cell.header || index < head, rows.length - index)),
  }));
  return htmlWriter.stringify({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'table',
        properties: {},
        children: lines.flatMap((row) => [{ type: 'text' as const, value: '\n' }, row]).concat(newLine),
      },
    ],
  });
}

const newLine: ElementContent = { type: 'text', value: '\n' };

/** `below` is how many rows there are from the cell's own: no cell spans more. */
function cellElement(cell: CellBlock, header: boolean, below: number): ElementContent {
  const rowspan = Math.min(cell.rowspan, below);
  return {
    type: 'element',
    tagName: header ? 'th' : 'td',
    properties: {
      ...(cell.colspan > 1 && { colSpan: cell.colspan }),
      ...(rowspan > 1 && { rowSpan: rowspan }),
    },
    children: linesOf(cell).flatMap((value, index): ElementContent[] => [
      ...(index > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
      { type: 'text', value },
    ]),
  };
}

function linesOf({ text }: CellBlock): string[] {
  return text
    .split('\u2028')
    .map((line) => line.replace(/[\r\n]+/g, ' ').trim())
    .filter((line) => line !== '');
}
