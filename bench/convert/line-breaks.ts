/** The width of a text in em: half an em for an ASCII character, one for any other. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\x20-\x7E]/.test(character) ? 0.5 : 1), 0);
}

/**
 * Breaks a paragraph into lines like a typesetter: numbers and words are not broken, closing punctuation
 * hangs at the end of a line, opening punctuation moves to the next.
 *
 * @param columns Line width in em.
 */
export function breakLines(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(unbreakable)) {
    if (line !== '' && widthOf(line + piece.replace(closing, '')) > columns) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

const unbreakable = /[“《（(〔]*(?:[A-Za-z0-9.%]+|.)[，。；：、）》”〕？！,;:)?!]*/gsu;
const closing = /[，。；：、）》”〕？！,;:)?!]+$/u;
