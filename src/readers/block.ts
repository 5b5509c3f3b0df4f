import type { Message } from '../record/record.ts';

/** A piece of a line, in reading order. */
export type Inline =
  | string
  /** A line break within a paragraph. */
  | { type: 'break' }
  /** An automatic number (自动编号), with the space between it and the text. */
  | { type: 'numbering'; text: string }
  /** An image (without text), or the text of a link to a file. */
  | { type: 'attachment'; name: string; text: string }
  /** Text that is not part of the letter. */
  | { type: 'dropped'; text: string; why: string }
  /** Text that is struck out: it is left out, and the editor is told. */
  | { type: 'struck'; text: string }
  /** A message to the editor about this place. */
  | { type: 'message'; message: Omit<Message, 'line' | 'column'> };

/** A paragraph, as in HTML and word processors. */
export interface Paragraph {
  type: 'paragraph';
  inlines: Inline[];
  /** Heading depth, where the format marks it as a heading. */
  heading?: number;
  /** Made from the document's metadata, not from visible text. */
  metadata?: true;
  /** Why it is not part of the letter. */
  dropped?: string;
}

export interface Table {
  type: 'table';
  /** Row by row. A cell is listed where it starts; positions that it spans are left out. */
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
