import type { TextRange } from '../normalise/folded-text.ts';
import type { Use } from '../normalise/rule.ts';
import type { CellRange } from './marks.ts';

/** A block of the letter's body, as a range of the decoded text. */
export interface LetterBlock extends TextRange {
  use: Use;
  /** For a heading: 2 for 一、, 3 for （一）. */
  depth?: 2 | 3;
  /** The cells of a table, row by row. */
  rows?: CellRange[][];
  /** The file of an image without any text. */
  image?: string;
  /** Indices of its lines. */
  lines: readonly number[];
}
