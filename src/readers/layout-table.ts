import { isOpening } from '../reply/opening.ts';
import type { Block, Cell, Inline, Table } from './block.ts';

/**
 * Returns the table itself, or the blocks in it when it only serves layout: a single column (a frame), or
 * cells that hold tables of their own. A form that has a letter in one of its cells is divided there: the row
 * with the letter gives paragraphs, the rows above and below it are tables.
 */
export function withoutLayout(table: Table): Block[] {
  const { rows } = table;
  const arranges =
    rows.every((row) => row.length <= 1) ||
    rows.some((row) => row.some((cell) => cell.blocks.some((block) => block.type === 'table')));
  if (arranges) return rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
  const at = rows.findIndex((row) => row.some(holdsLetter));
  if (at === -1) return [table];
  const letter = (rows[at] ?? []).flatMap((cell) => cell.blocks);
  return [...partOf(table, 0, at), ...letter, ...partOf(table, at + 1, rows.length)];
}

/** The rows `[from, to)` as a table; a cell that spans further ends with them. */
function partOf(table: Table, from: number, to: number): Table[] {
  const rows = table.rows
    .slice(from, to)
    .map((row, index) =>
      row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, to - from - index) })),
    );
  return rows.length === 0 ? [] : [{ ...table, rows }];
}

/** The fewest paragraphs of a letter: salutation, opening, answer. */
const fewest = 3;
/** The opening is within so many paragraphs of the cell's beginning. */
const reach = 5;

function holdsLetter({ blocks }: Cell): boolean {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? linesIn(block.inlines) : []));
  return lines.length >= fewest && lines.slice(0, reach).some(isOpening);
}

/** The lines of a paragraph that have text, without spaces. */
function linesIn(inlines: readonly Inline[]): string[] {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return inline.type === 'break' ? '\n' : 'text' in inline ? inline.text : '';
    })
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ''))
    .filter((line) => line !== '');
}
