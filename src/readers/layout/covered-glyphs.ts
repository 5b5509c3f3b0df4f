import { transformPoint, type Matrix } from './matrix.ts';
import type { Glyph } from './drawn-page.ts';
import type { Subpath } from './vector-path.ts';

/** An area with its left, top, right and bottom edge, in points. */
export type Area = readonly [left: number, top: number, right: number, bottom: number];

/** So many areas of a page are looked at; a page with more of them is a drawing. */
export const mostAreas = 200;
/** Points. Anything thinner is a line. */
const thinnest = 4;

/** The upright rectangles that a path fills. */
export function filledAreas(subpaths: readonly Subpath[], matrix: Matrix): Area[] {
  return subpaths.flatMap(({ points, straight }): Area[] => {
    if (!straight || points.length < 4 || points.length > 6) return [];
    const placed = points.map(([x, y]) => transformPoint(matrix, x, y));
    const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
    const area: Area = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const isCorner = ([x, y]: readonly [number, number]) =>
      Math.min(x - area[0], area[2] - x) < 1 && Math.min(y - area[1], area[3] - y) < 1;
    const isThin = Math.min(area[2] - area[0], area[3] - area[1]) < thinnest;
    return isThin || !placed.every(isCorner) ? [] : [area];
  });
}

/** Whether an area that is filled after a character was drawn hides it. */
export function isCovered({ x, y, width, size, text }: Glyph, [left, top, right, bottom]: Area): boolean {
  const [middle, height] = [x + width / 2, y - size * 0.35];
  return text.trim() !== '' && middle > left && middle < right && height > top && height < bottom;
}
