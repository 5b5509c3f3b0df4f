/** The kind of a block; a cell begins a table, begins a row or continues one. */
export type BlockKind = 'heading' | 'paragraph' | 'table' | 'row' | 'cell';

/** A piece of a letter that is read as one: no phrase runs from one into the next. */
export interface Block {
  kind: BlockKind;
  /** Level of a heading, 1–6. */
  depth?: number;
  /** The anchor on the letter's page: `p12`, `s2-1`; a cell has that of its row, `t1-3`. */
  id: string;
  /** What is read, on one line. */
  text: string;
}
