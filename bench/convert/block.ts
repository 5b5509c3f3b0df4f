/** A block of a document, its text without any markup. */
export type Block =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; rows: string[][] };

/** The text of blocks: a line a block, a line a row with tabs between its cells. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(lineOf).join('\n');
}

/** The text of one block. */
export function lineOf(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : block.text;
}

/** A text for comparison: compatibility forms folded (NFKC: ， is , and Ａ is A), white space taken out. */
export function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}
