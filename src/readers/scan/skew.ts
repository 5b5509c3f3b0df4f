import type { GreyRaster } from './raster.ts';

/** The most degrees by which scanners feed pages askew. */
const widest = 6;

/**
 * Measures by how many degrees the lines of a page slope down to the right: the angle at which dark pixels
 * gather in the fewest rows. 0 if no angle is clearly better.
 */
export function measureSkew(grey: GreyRaster): number {
  const points = darkPoints(grey);
  if (points.length < 400) return 0;
  const level = sharpness(points, 0, grey.height);
  let best = { angle: 0, score: level };
  for (const step of [0.5, 0.1, 0.02]) {
    const around = best.angle;
    const reach = step === 0.5 ? widest : step * 5;
    for (let angle = around - reach; angle <= around + reach; angle += step) {
      const score = sharpness(points, angle, grey.height);
      if (score > best.score) best = { angle, score };
    }
  }
  return best.score > level * 1.02 ? best.angle : 0;
}

/** Samples some tens of thousands of dark pixels, as x, y, x, y… */
function darkPoints({ width, height, data }: GreyRaster): Float32Array {
  const margin = 0.03;
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / 1_500_000)));
  const points: number[] = [];
  for (let y = Math.round(height * margin); y < height * (1 - margin); y += step)
    for (let x = Math.round(width * margin); x < width * (1 - margin); x += step)
      if ((data[y * width + x] ?? 255) < 128) points.push(x, y);
  const limit = 120_000;
  if (points.length <= limit) return Float32Array.from(points);
  const keep = Math.ceil(points.length / limit);
  return Float32Array.from(points.filter((_, index) => (index >> 1) % keep === 0));
}

/** How unevenly the points fall into rows at an angle. */
function sharpness(points: Float32Array, angle: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const pad = Math.ceil(height * 0.15);
  const rows = new Float64Array(Math.ceil(height / 2) + pad);
  for (let index = 0; index < points.length; index += 2) {
    const row = Math.round(((points[index + 1] ?? 0) - (points[index] ?? 0) * slope) / 2) + (pad >> 1);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row += 1) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return score;
}
