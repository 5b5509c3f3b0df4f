import type { Block, Cell, Table } from '../block.ts';

/** A cell's edges in twips, and how it is merged. */
export interface CellDefinition {
  left: number;
  right: number;
  across: 'none' | 'first' | 'continue';
  down: 'none' | 'first' | 'continue';
}

/** A row as read from the text: the content of its cells, and their definition from the row's end mark. */
export interface ParsedRow {
  cells: Block[][];
  definition: readonly CellDefinition[];
  header: boolean;
}

/** Twips. Edges closer than this coincide: editors draw columns by hand. */
const snap = 20;

/**
 * Makes a table of consecutive rows. DOC and RTF have no column spans: every row has its own edges, so a cell spans
 * as many columns as other rows have edges inside it.
 */
export function toTable(raw: readonly ParsedRow[]): Table {
  const edges = columnEdges(raw);
  const column = (edge: number) => columnAt(edges, edge);
  const open = new Map<number, Cell>();
  const rows = raw.map(({ cells, definition, header }) => {
    const row: Cell[] = [];
    cells.forEach((blocks, index) => {
      const place = definition[index];
      const from = place ? column(place.left) : index;
      const colspan = place ? Math.max(1, column(place.right) - from) : 1;
      const above = open.get(from);
      const left = row.at(-1);
      if (place?.across === 'continue' && left) {
        left.colspan += colspan;
        left.blocks.push(...blocks);
      } else if (place?.down === 'continue' && above) {
        above.rowspan += 1;
        above.blocks.push(...blocks);
      } else {
        const cell: Cell = { blocks: [...blocks], colspan, rowspan: 1, header };
        row.push(cell);
        if (place?.down === 'first') open.set(from, cell);
        else open.delete(from);
      }
    });
    return row;
  });
  return { type: 'table', rows };
}

/** The column that begins at an edge, by binary search; -1 for none. */
function columnAt(edges: readonly number[], edge: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < edge - snap) low = middle + 1;
    else high = middle;
  }
  const found = edges[low];
  return found !== undefined && found <= edge + snap ? low : -1;
}

function columnEdges(raw: readonly ParsedRow[]): number[] {
  const all = raw.flatMap(({ definition }) => definition.flatMap(({ left, right }) => [left, right]));
  const edges: number[] = [];
  for (const edge of all.sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > snap) edges.push(edge);
  }
  return edges;
}
