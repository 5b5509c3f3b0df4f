import type { Glyph, DrawnPage } from './drawn-page.ts';

/** More characters than fit on any page. */
export const mostGlyphs = 60_000;

/** Whether a character can be seen: it is inside the page and neither tiny nor huge. */
export function isOnPage(
  { x, y, size, text }: Glyph,
  { width, height }: Pick<DrawnPage, 'width' | 'height'>,
): boolean {
  return text !== '' && size > 0.5 && size < 2000 && x > -size && x < width + 1 && y > 0 && y < height + size;
}
