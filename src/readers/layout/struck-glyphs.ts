import type { Glyph, RulingLine } from './drawn-page.ts';

/** The band of a glyph that a line through it crosses, in shares of its size above the baseline. */
const band = { low: 0.2, high: 0.55 };

/** So many lines at the height of a glyph are looked at: a page with more of them is a drawing. */
const mostAcross = 40;

/** Finds the glyphs that a horizontal line runs through. @param lines The ruling lines of their page. */
export function struckGlyphs(glyphs: readonly Glyph[], lines: readonly RulingLine[]): Set<Glyph> {
  const level = lines.filter(({ x1, x2, y1, y2 }) => y2 - y1 < 1 && x2 - x1 > 2).sort((a, b) => a.y1 - b.y1);
  const struck = new Set<Glyph>();
  if (level.length === 0) return struck;
  for (const glyph of glyphs) {
    const { x, y, width, size, text } = glyph;
    if (text.trim() === '') continue;
    const first = firstBelow(level, y - band.high * size);
    for (let at = first; at < first + mostAcross; at += 1) {
      const line = level[at];
      if (!line || line.y1 > y - band.low * size) break;
      if (line.x1 <= x + 0.2 * width && line.x2 >= x + 0.8 * width) {
        struck.add(glyph);
        break;
      }
    }
  }
  return struck;
}

/** The index of the first line at or below a height; lines are sorted by it. */
function firstBelow(lines: readonly RulingLine[], y: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.y1 ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
