import { transformPoint, type Matrix } from './matrix.ts';
import type { RulingLine } from './drawn-page.ts';

/** Anything thicker, in points, is an area. */
const thickestLine = 3;

/** One continuous part of a path: its points, and whether only straight lines join them. */
export interface Subpath {
  points: [number, number][];
  straight: boolean;
}

/**
 * The ruling lines that a path draws: its horizontal and vertical segments when stroked, and thin rectangles
 * when filled, as browsers and word processors draw table borders.
 */
export function rulingLinesOf(
  subpaths: readonly Subpath[],
  matrix: Matrix,
  how: 'stroke' | 'fill',
): RulingLine[] {
  return subpaths.flatMap(({ points, straight }) => {
    if (!straight) return [];
    const placed = points.map(([x, y]) => transformPoint(matrix, x, y));
    return how === 'stroke' ? segments(placed) : thinBox(placed);
  });
}

/** How many points of a path {@link rulingLinesOf} transforms; curves have none. */
export function countCorners(subpaths: readonly Subpath[]): number {
  return subpaths.reduce((sum, { points, straight }) => sum + 1 + (straight ? points.length : 0), 0);
}

function segments(points: readonly [number, number][]): RulingLine[] {
  return points.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return straightRule(Math.min(fromX, x), Math.min(fromY, y), Math.max(fromX, x), Math.max(fromY, y), 0.5);
  });
}

function thinBox(points: readonly [number, number][]): RulingLine[] {
  if (points.length < 2) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return straightRule(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), thickestLine);
}

function straightRule(x1: number, y1: number, x2: number, y2: number, thickness: number): RulingLine[] {
  const [width, height] = [x2 - x1, y2 - y1];
  if (Math.min(width, height) > thickness || Math.max(width, height) < 3) return [];
  return [{ x1, y1, x2, y2 }];
}
