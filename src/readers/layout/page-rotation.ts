import { mode } from './mode.ts';
import type { Figure, Glyph, DrawnPage, RulingLine } from './drawn-page.ts';

/** A page whose text runs from left to right, and its text in other directions. */
export interface UprightPage {
  page: DrawnPage;
  /** Text at other angles: watermarks, stamps, notes in the margin. */
  rotated: Glyph[];
}

/**
 * Turns a page so that most of its characters are upright: a table set sideways or a scan fed sideways then
 * reads like any other page. Text at other angles is set apart.
 */
export function turnUpright(page: DrawnPage): UprightPage {
  const quarter = dominantQuarter(page.glyphs);
  const turned = quarter === 0 ? page : turn(page, quarter);
  // Text is straight as most of the page's is: a page that was scanned askew, or a mark that is turned a little.
  const usual = mode(
    turned.glyphs.filter(({ angle }) => Math.abs(angle) < 10).map(({ angle }) => Math.round(angle)),
  );
  const straight = (glyph: Glyph) => Math.abs(glyph.angle - usual) < 3;
  return {
    page: { ...turned, glyphs: turned.glyphs.filter(straight) },
    rotated: turned.glyphs.filter((glyph) => !straight(glyph)),
  };
}

function dominantQuarter(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { angle } of glyphs) {
    const quarter = (Math.round(angle / 90) + 4) % 4;
    if (Math.abs(within180(angle - quarter * 90)) < 10) counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** Turns a page back by quarters, so that text at 90° times `quarters` becomes level. */
function turn(page: DrawnPage, quarters: number): DrawnPage {
  const { width, height } = page;
  const place = (x: number, y: number): [number, number] =>
    quarters === 1 ? [y, width - x] : quarters === 2 ? [width - x, height - y] : [height - y, x];
  const box = (x1: number, y1: number, x2: number, y2: number): RulingLine => {
    const [ax, ay] = place(x1, y1);
    const [bx, by] = place(x2, y2);
    return { x1: Math.min(ax, bx), y1: Math.min(ay, by), x2: Math.max(ax, bx), y2: Math.max(ay, by) };
  };
  return {
    width: quarters === 2 ? width : height,
    height: quarters === 2 ? height : width,
    glyphs: page.glyphs.map((glyph) => {
      const [x, y] = place(glyph.x, glyph.y);
      return { ...glyph, x, y, angle: within180(glyph.angle - quarters * 90) };
    }),
    rulingLines: page.rulingLines.map((rule) => box(rule.x1, rule.y1, rule.x2, rule.y2)),
    figures: page.figures.map((figure): Figure => {
      const around = box(figure.x, figure.y, figure.x + figure.width, figure.y + figure.height);
      return {
        name: figure.name,
        x: around.x1,
        y: around.y1,
        width: around.x2 - around.x1,
        height: around.y2 - around.y1,
      };
    }),
  };
}

function within180(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180;
}
