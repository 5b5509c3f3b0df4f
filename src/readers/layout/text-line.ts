import type { Glyph } from './drawn-page.ts';
import { isWide } from './character-class.ts';
import { mode } from './mode.ts';
import { withScripts } from './raised-glyphs.ts';

/** Glyphs on one baseline, from left to right, and their text. */
export interface TextLine {
  glyphs: Glyph[];
  text: string;
  /** Left edge, right edge and baseline. */
  x: number;
  right: number;
  y: number;
  /** The font size of most of its characters. */
  size: number;
  /** The index of its page, from 0. */
  page: number;
}

/** Groups the glyphs of a page into lines by baseline, from top to bottom. */
export function toTextLines(glyphs: readonly Glyph[], page: number): TextLine[] {
  const rows: BaselineGroup[] = [];
  for (const glyph of withoutOverprints([...glyphs].sort((a, b) => a.y - b.y || a.x - b.x))) {
    const row = rowOf(glyph, rows);
    if (!row) rows.push({ glyphs: [glyph], y: glyph.y, size: glyph.size });
    else {
      row.glyphs.push(glyph);
      if (glyph.size > row.size * 1.05) Object.assign(row, { y: glyph.y, size: glyph.size });
    }
  }
  return rows
    .map((row) => toTextLine(row.glyphs, page))
    .filter((line) => line.text !== '')
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Makes a line of glyphs known to share a baseline. */
export function toTextLine(glyphs: readonly Glyph[], page: number): TextLine {
  const sorted = [...glyphs].sort((a, b) => a.x - b.x);
  const inked = sorted.filter((glyph) => glyph.text.trim() !== '');
  const size = mode(inked.map((glyph) => glyph.size));
  const baseline = mode(inked.filter((glyph) => Math.abs(glyph.size - size) < 0.1).map((glyph) => glyph.y));
  return {
    glyphs: inked,
    text: textWithSpaces(withScripts(sorted, size, baseline)),
    x: Math.min(...inked.map((glyph) => glyph.x)),
    right: Math.max(...inked.map((glyph) => glyph.x + glyph.width)),
    y: baseline,
    size,
    page,
  };
}

interface BaselineGroup {
  glyphs: Glyph[];
  y: number;
  size: number;
}

/** The group that a glyph belongs to. They are sorted by baseline: only the last few can hold it. */
function rowOf(glyph: Glyph, rows: readonly BaselineGroup[]): BaselineGroup | undefined {
  for (let index = rows.length - 1; index >= Math.max(0, rows.length - 8); index -= 1) {
    const row = rows[index];
    if (row && shareBaseline(row, glyph)) return row;
  }
  return undefined;
}

/** Whether a glyph is on a baseline: a superscript or larger initial is, the line above or below is not. */
function shareBaseline(row: BaselineGroup, glyph: Glyph): boolean {
  const top = Math.max(row.y - row.size * 0.85, glyph.y - glyph.size * 0.85);
  const bottom = Math.min(row.y + row.size * 0.15, glyph.y + glyph.size * 0.15);
  return bottom - top > 0.55 * Math.min(row.size, glyph.size);
}

/** Points. Glyphs in the same place are in the same square of a grid, or in two that touch. */
const square = 4;
/** Squares of a page have numbers below this, and each of a row another than those of the rows beside it. */
const squaresInRow = 2 ** 16;

/** Removes glyphs drawn again in the same place to look bold. */
function withoutOverprints(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const drawn = new Map<string, Map<number, Glyph[]>>();
  for (const glyph of glyphs) {
    const squares = drawn.get(glyph.text) ?? new Map<number, Glyph[]>();
    drawn.set(glyph.text, squares);
    const at = Math.round(glyph.y / square) * squaresInRow + Math.round(glyph.x / square);
    // OCR reads each character once, but only estimates where it is: of 22 one would be lost.
    if (glyph.confidence === undefined && isDrawnNear(glyph, squares, at)) continue;
    kept.push(glyph);
    const here = squares.get(at);
    if (here) here.push(glyph);
    else squares.set(at, [glyph]);
  }
  return kept;
}

/** Whether a glyph's place is taken by one in its square or in one that touches it. */
function isDrawnNear(glyph: Glyph, squares: ReadonlyMap<number, Glyph[]>, at: number): boolean {
  if (squares.size === 0) return false;
  const reach = Math.min(glyph.size, 16) * 0.15;
  for (let row = -1; row <= 1; row += 1)
    for (let column = -1; column <= 1; column += 1) {
      const others = squares.get(at + row * squaresInRow + column);
      if (others && isDrawn(glyph, others, reach)) return true;
    }
  return false;
}

/** Whether one of `others`, sorted by baseline and none below the glyph, is in its place. */
function isDrawn({ x, y }: Glyph, others: readonly Glyph[], reach: number): boolean {
  for (let index = others.length - 1; index >= 0; index -= 1) {
    const other = others[index];
    if (!other || y - other.y >= reach) return false;
    if (Math.abs(other.x - x) < reach) return true;
  }
  return false;
}

/**
 * The text of a line. A drawn space is kept. A gap becomes a space from a fifth of an em between Latin words,
 * but between Chinese characters only when it is nearly an em wider than the line's usual gap: the quarter em
 * that word processors set between Han and Latin (GB/T 15834 has none) is not a character.
 */
function textWithSpaces(glyphs: readonly Glyph[]): string {
  const parts: string[] = [];
  let previous: Glyph | undefined;
  const usual = usualGap(glyphs);
  const isApart = () => parts.at(-1)?.endsWith(' ') !== false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      if (!isApart() && glyph.width > 0.1 * glyph.size) parts.push(' ');
      continue;
    }
    if (previous && !isApart() && isGap(previous, glyph, usual)) parts.push(' ');
    parts.push(glyph.text);
    previous = glyph;
  }
  return parts.join('').trim();
}

function isGap(previous: Glyph, glyph: Glyph, usual: number): boolean {
  const gap = glyph.x - (previous.x + previous.width);
  const em = Math.max(previous.size, glyph.size);
  // OCR knows where the ink is, not how far a character advances.
  const slack = glyph.confidence === undefined ? 0 : 0.4 * em;
  if (isWide(previous.text) || isWide(glyph.text)) return gap > usual + 0.9 * em + slack;
  return gap > Math.max(0, usual) + 0.2 * em + slack;
}

/** The median gap between neighbours: wide in a letter-spaced title, near zero elsewhere. */
function usualGap(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.slice(1).flatMap((glyph, index) => {
    const previous = glyphs[index];
    return previous ? [glyph.x - (previous.x + previous.width)] : [];
  });
  return gaps.length < 3 ? 0 : (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0);
}
