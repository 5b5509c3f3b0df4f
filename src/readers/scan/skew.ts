import type { GreyRaster } from './raster.ts';

/** The most degrees by which scanners feed pages askew. */
const widest = 6;
/** The narrow side in pixels of the reduced page on which skew is measured: A4 at 150 dots per inch. */
const reducedSide = 1240;
/** How many times as long as it is wide a page may be; what is further down is not measured. */
const longestSide = 2;
/** Ink is darker than so much of the paper's brightness. */
const inkShare = 0.82;

/**
 * Measures by how many degrees the lines of a page slope down to the right: the angle at which dark pixels
 * gather in the fewest rows. 0 if no angle is clearly better.
 */
export function measureSkew(grey: GreyRaster): number {
  const points = darkPoints(grey, reducedSide);
  if (points.length < 400) return 0;
  const level = sharpness(points, 0);
  const best = sharpestAngle(points);
  return best.score > level * 1.02 ? best.angle : 0;
}

/** The angle at which dark pixels gather in the fewest rows, and how clearly they do. */
export function sharpestAngle(points: Float32Array): { angle: number; score: number } {
  let best = { angle: 0, score: sharpness(points, 0) };
  for (const step of [0.5, 0.1, 0.02]) {
    const around = best.angle;
    const reach = step === 0.5 ? widest : step * 5;
    for (let angle = around - reach; angle <= around + reach; angle += step) {
      const score = sharpness(points, angle);
      if (score > best.score) best = { angle, score };
    }
  }
  return best;
}

/** The ink of the page turned by a quarter. */
export function turnedPoints(points: Float32Array): Float32Array {
  const turned = new Float32Array(points.length);
  for (let index = 0; index < points.length; index += 2) {
    turned[index] = points[index + 1] ?? 0;
    turned[index + 1] = points[index] ?? 0;
  }
  return turned;
}

/**
 * The ink of the reduced page, as x, y, x, y… The mean of a square of pixels loses the grain and dust of a
 * scan; pixels picked at intervals would keep it, and make patterns that look like lines at another angle.
 *
 * @param narrow The narrow side of the reduced page in pixels.
 */
export function darkPoints(grey: GreyRaster, narrow: number): Float32Array {
  const means = reduced(grey, narrow);
  const ink = paperOf(means) * inkShare;
  const points: number[] = [];
  for (const [y, row] of means.entries())
    for (const [x, mean] of row.entries()) if (mean < ink) points.push(x, y);
  return Float32Array.from(points);
}

/** The rows of the reduced page, without its margins: the mean of each square of pixels. */
function reduced({ width, height, data }: GreyRaster, narrow: number): number[][] {
  const side = Math.max(1, Math.round(Math.min(width, height) / narrow));
  const margin = 0.03;
  const rows: number[][] = [];
  for (let y = Math.round(height * margin); y + side <= height * (1 - margin); y += side) {
    const row: number[] = [];
    for (let x = Math.round(width * margin); x + side <= width * (1 - margin); x += side) {
      let sum = 0;
      for (let line = y; line < y + side; line += 1)
        for (let column = x; column < x + side; column += 1) sum += data[line * width + column] ?? 255;
      row.push(sum / (side * side));
    }
    rows.push(row);
  }
  return rows;
}

/** The brightness of the paper: the median of the page. */
function paperOf(rows: readonly number[][]): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const row of rows) {
    total += row.length;
    for (const mean of row) counts[Math.floor(mean)] = (counts[Math.floor(mean)] ?? 0) + 1;
  }
  let below = 0;
  return counts.findIndex((count) => (below += count) > total / 2);
}

/** How unevenly the points fall into rows at an angle. */
function sharpness(points: Float32Array, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float64Array(4 * reducedSide * longestSide);
  const middle = rows.length >> 1;
  for (let index = 0; index < points.length; index += 2) {
    const row = middle + Math.round((points[index + 1] ?? 0) - (points[index] ?? 0) * slope);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row += 1) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return score;
}
