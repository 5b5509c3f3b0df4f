import type { Block } from '../block.ts';
import { withoutLayout } from '../layout-table.ts';
import { toTable, type CellDefinition, type ParsedRow } from '../word/table-rows.ts';

/** The blocks of a story, some of them in tables that nest. */
export interface TableRows {
  /** Takes a control word of a row's definition; false for any other. */
  define: (word: string, parameter: number | undefined) => boolean;
  /** Adds a block that is in so many tables. */
  add: (block: Block, depth: number) => void;
  endCell: (depth: number) => void;
  endRow: (depth: number) => void;
  /** Ends all tables and returns the blocks. */
  end: () => Block[];
}

interface OpenTable {
  rows: ParsedRow[];
  cells: Block[][];
  cell: Block[];
}

/** A row of Word has at most 63 cells, and tables nest in a few levels. */
const bounds = { cells: 1000, depth: 30 };

export function createTableRows(): TableRows {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  let definition: CellDefinition[] = [];
  let header = false;
  let left = 0;
  let merge: Pick<CellDefinition, 'across' | 'down'> = { across: 'none', down: 'none' };

  const put = (block: Block): void => {
    (tables.at(-1)?.cell ?? blocks).push(block);
  };
  const closeTo = (depth: number): void => {
    while (tables.length > depth) {
      const table = tables.pop();
      if (!table) return;
      const rest = table.cell.length > 0 ? [...table.cells, table.cell] : table.cells;
      const rows = rest.length > 0 ? [...table.rows, { cells: rest, definition, header: false }] : table.rows;
      if (rows.length > 0) for (const block of withoutLayout(toTable(rows))) put(block);
    }
  };
  const openTo = (wish: number): void => {
    const depth = Math.min(wish, bounds.depth);
    closeTo(depth);
    while (tables.length < depth) tables.push({ rows: [], cells: [], cell: [] });
  };
  return {
    define(word, parameter = 0) {
      switch (word) {
        case 'trowd':
          [definition, header, left] = [[], false, 0];
          merge = { across: 'none', down: 'none' };
          return true;
        case 'trleft':
          left = parameter;
          return true;
        case 'trhdr':
          header = true;
          return true;
        case 'clmgf':
        case 'clmrg':
          merge = { ...merge, across: word === 'clmgf' ? 'first' : 'continue' };
          return true;
        case 'clvmgf':
        case 'clvmrg':
          merge = { ...merge, down: word === 'clvmgf' ? 'first' : 'continue' };
          return true;
        case 'cellx':
          if (definition.length < bounds.cells)
            definition.push({ left: definition.at(-1)?.right ?? left, right: parameter, ...merge });
          merge = { across: 'none', down: 'none' };
          return true;
        default:
          return false;
      }
    },
    add(block, depth) {
      openTo(depth);
      put(block);
    },
    endCell(depth) {
      openTo(Math.max(1, depth));
      const table = tables.at(-1);
      if (!table) return;
      table.cells.push(table.cell);
      table.cell = [];
    },
    endRow(depth) {
      openTo(Math.max(1, depth));
      const table = tables.at(-1);
      if (!table) return;
      table.rows.push({ cells: table.cells, definition: [...definition], header });
      table.cells = [];
    },
    end() {
      closeTo(0);
      return blocks;
    },
  };
}
