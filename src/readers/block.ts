import type { Message } from '../record/record.ts';

/** What stands in a line, in the order of reading. */
export type Inline =
  | string
  /** A new line within a paragraph. */
  | { type: 'break' }
  /** A number that the program made (自动编号), with the space that parts it from the text. */
  | { type: 'numbering'; text: string }
  /** An image (without text), or the words that link to a file. */
  | { type: 'attachment'; name: string; text: string }
  /** Text that is none of the letter's. */
  | { type: 'dropped'; text: string; why: string }
  /** What an editor should know of this place. */
  | { type: 'message'; message: Omit<Message, 'line' | 'column'> };

/** A paragraph as HTML and word processors know it. */
export interface Paragraph {
  type: 'paragraph';
  inlines: Inline[];
  /** Its depth, when the format says that it is a heading. */
  heading?: number;
  /** Made from metadata, not from visible text. */
  metadata?: true;
  /** None of the letter's, and why. */
  dropped?: string;
}

export interface Table {
  type: 'table';
  /** A cell stands in the row and column where it starts; what it spans is left out. */
  rows: Cell[][];
  dropped?: string;
}

export interface Cell {
  blocks: Block[];
  colspan: number;
  rowspan: number;
  header: boolean;
}

export type Block = Paragraph | Table;

/**
 * The table itself, or the blocks in it when it only arranges them: one column (a frame), or cells that
 * hold tables of their own.
 */
export function withoutLayout(table: Table): Block[] {
  const arranges =
    table.rows.every((row) => row.length <= 1) ||
    table.rows.some((row) => row.some((cell) => cell.blocks.some((block) => block.type === 'table')));
  if (!arranges) return [table];
  return table.rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
}
