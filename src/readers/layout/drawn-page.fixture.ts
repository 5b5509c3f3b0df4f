import { isWide } from './character-class.ts';
import type { DrawnPage, Glyph, RulingLine } from './drawn-page.ts';

/** How a line of text is set. */
export interface LineStyle {
  size?: number;
  font?: string;
  /** Extra space between Han and Latin, in ems, as word processors add it. */
  autospace?: number;
  /** Extra space after every character, in ems. */
  spread?: number;
}

/** Sets a line of text as a typesetter does, at the left end of its baseline. */
export function setLine(
  x: number,
  y: number,
  text: string,
  { size = 16, font = 'FangSong', autospace = 0, spread = 0 }: LineStyle = {},
): Glyph[] {
  let at = x;
  let previous = '';
  return Array.from(text, (character) => {
    const width = size * (isWide(character) ? 1 : 0.5);
    if (previous !== '' && isWide(previous) !== isWide(character)) at += autospace * size;
    const glyph = { text: character, x: at, y, width, size, angle: 0, font, bold: false };
    at += width + spread * size;
    previous = character;
    return glyph;
  });
}

/** An A4 page of lines of text and ruling lines. */
export function drawnPage(lines: readonly Glyph[][], rulingLines: RulingLine[] = []): DrawnPage {
  return { width: 595, height: 842, glyphs: lines.flat(), rulingLines, figures: [] };
}

/** A line that fills the margins 80 and 512. */
export const fullLine = '本文为虚构文稿仅供程序测试之用其中的人名数字都不是真';

/** Full lines of running text. */
export function runningText(top: number, count = 6): Glyph[][] {
  return Array.from({ length: count }, (_, row) => setLine(80, top + row * 28, fullLine));
}

/** The ruling lines of a table with columns between `xs` and rows 30 points high. */
export function ruledGrid(xs: readonly number[], top: number, rows: number): RulingLine[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  return [
    ...Array.from({ length: rows + 1 }, (_, row) => ({
      x1: left,
      x2: right,
      y1: top + row * 30,
      y2: top + row * 30,
    })),
    ...xs.map((x) => ({ x1: x, x2: x, y1: top, y2: top + rows * 30 })),
  ];
}
