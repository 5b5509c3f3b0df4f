import type { LineDirection } from './line-direction.ts';
import { cutLine } from './line-image.ts';
import type { GreyRaster } from './raster.ts';
import { darkPoints, sharpestAngle, turnedPoints } from './skew.ts';

/** Lines of text lie as far apart as they are high; characters of a line touch. */
const clearlySideways = 1.5;

/**
 * Whether the lines of a page run from top to bottom: its ink gathers in columns more than in rows. On pages of which
 * that is not clear the lines run across.
 */
export function isSideways(grey: GreyRaster): boolean {
  // A third of the resolution at which skew is measured is enough to see lines.
  const points = darkPoints(grey, 420);
  if (points.length < 400) return false;
  const [across, down] = [points, turnedPoints(points)].map((one) => sharpestAngle(one).score);
  return (down ?? 0) > clearlySideways * (across ?? 0);
}

/** How many parts of lines are looked at, and how many must be clear. */
const parts = { most: 12, least: 3 };
/** The model is seldom as sure as this and wrong. */
const sure = 0.9;

/** Whether a page whose lines run across is upside down. False where that is not clear. */
export async function isUpsideDown(page: GreyRaster, direction: LineDirection): Promise<boolean> {
  let [upright, turned] = [0, 0];
  for (const band of textBands(page)) {
    const probability = await direction.upsideDown(await cutLine(page, band));
    if (probability > sure) turned += 1;
    if (probability < 1 - sure) upright += 1;
  }
  return turned >= parts.least && turned > 2 * upright;
}

/** Pixels at the resolution for OCR: lines from 9 to 26 pt. */
const bandHeight = { least: 22, most: 80 };

/** Parts of the widest rows of text, four times as wide as high, from the middle of the ink. */
function textBands({
  width,
  height,
  data,
}: GreyRaster): { x0: number; y0: number; x1: number; y1: number }[] {
  const rows = Array.from({ length: height }, (_, y) => {
    let ink = 0;
    for (let x = Math.round(width * 0.05); x < width * 0.95; x += 2)
      if ((data[y * width + x] ?? 255) < 140) ink += 1;
    return ink;
  });
  const bands: { top: number; bottom: number; ink: number }[] = [];
  let top = -1;
  for (const [y, ink] of [...rows, 0].entries()) {
    const isText = ink > width * 0.006;
    if (isText && top < 0) top = y;
    if (isText || top < 0) continue;
    const size = y - top;
    if (size >= bandHeight.least && size <= bandHeight.most)
      bands.push({ top, bottom: y, ink: rows.slice(top, y).reduce((sum, one) => sum + one, 0) });
    top = -1;
  }
  return bands
    .sort((a, b) => b.ink - a.ink)
    .slice(0, parts.most)
    .map(({ top: y0, bottom: y1 }) => {
      const middle = middleOfInk({ width, height, data, channels: 1 }, y0, y1);
      const half = 2 * (y1 - y0);
      return { x0: middle - half, y0: y0 - 3, x1: middle + half, y1: y1 + 3 };
    });
}

function middleOfInk({ width, data }: GreyRaster, top: number, bottom: number): number {
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y += 2)
    for (let x = 0; x < width; x += 2)
      if ((data[y * width + x] ?? 255) < 140) {
        sum += x;
        count += 1;
      }
  return count === 0 ? width / 2 : sum / count;
}
