import { toTextLine, type TextLine } from './text-line.ts';
import type { Glyph } from './drawn-page.ts';

/** Lines between the same margins, from top to bottom. */
export type Column = TextLine[];

/** The fewest lines of a text in two columns. */
const fewestLines = 5;

/**
 * Splits the lines of a page into columns, in reading order: of two columns the left one comes first, and
 * lines across both end such a region.
 */
export function toColumns(lines: readonly TextLine[]): Column[] {
  const gutter = gutterOf(lines);
  if (!gutter) return lines.length > 0 ? [[...lines]] : [];
  const region = lines.slice(gutter.from, gutter.to + 1);
  return [
    ...toColumns(lines.slice(0, gutter.from)),
    side(region, (glyph) => glyph.x < gutter.x),
    side(region, (glyph) => glyph.x >= gutter.x),
    ...toColumns(lines.slice(gutter.to + 1)),
  ];
}

function side(lines: readonly TextLine[], belongs: (glyph: Glyph) => boolean): TextLine[] {
  return lines
    .map((line) => ({ glyphs: line.glyphs.filter(belongs), page: line.page }))
    .filter(({ glyphs }) => glyphs.length > 0)
    .map(({ glyphs, page }) => toTextLine(glyphs, page));
}

interface Gutter {
  x: number;
  from: number;
  to: number;
}

/** The longest run of lines that an empty strip near the middle splits into two full columns. */
function gutterOf(lines: readonly TextLine[]): Gutter | undefined {
  if (lines.length < fewestLines) return undefined;
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  let best: Gutter | undefined;
  for (let step = 30; step <= 70; step += 2) {
    const x = left + ((right - left) * step) / 100;
    let from = 0;
    for (let index = 0; index <= lines.length; index += 1) {
      const line = lines[index];
      if (line && isFree(line, x)) continue;
      const run = { x, from, to: index - 1 };
      if (
        run.to - run.from > (best ? best.to - best.from : fewestLines - 2) &&
        isTwoColumns(lines.slice(from, index), x, left, right)
      )
        best = run;
      from = index + 1;
    }
  }
  return best;
}

/** Whether a line has nothing within half an em of a position. */
function isFree(line: TextLine, x: number): boolean {
  return line.glyphs.every(
    (glyph) => glyph.x > x + 0.5 * line.size || glyph.x + glyph.width < x - 0.5 * line.size,
  );
}

/** Whether both sides have lines that fill them: a table or a signature leaves most of its side empty. */
function isTwoColumns(lines: readonly TextLine[], x: number, left: number, right: number): boolean {
  const full = (from: number, to: number) =>
    lines.filter((line) => {
      const held = line.glyphs.filter((glyph) => glyph.x >= from - 1 && glyph.x + glyph.width <= to + 1);
      return held.reduce((sum, glyph) => sum + glyph.width, 0) > 0.75 * (to - from);
    }).length;
  return (
    full(left, x) >= Math.max(fewestLines - 1, lines.length * 0.3) &&
    full(x, right) >= Math.max(fewestLines - 1, lines.length * 0.3)
  );
}
