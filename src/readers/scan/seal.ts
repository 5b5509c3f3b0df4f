import type { GreyRaster, Raster } from './raster.ts';

/**
 * Millimetres. Seals of Chinese authorities are round, 38 to 50 mm wide, or oval and up to half as high
 * again.
 */
const sealSize = { least: 22, most: 65 };
/** The side, in pixels, of the cells that are searched for red. */
const cell = 8;

interface SealBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Converts a page to grey without its red seals. There it takes the red channel, in which red ink is as white
 * as paper and the text below stays black. Red text elsewhere (the letterhead) becomes dark.
 */
export function toGreyWithoutSeals(raster: Raster, density: number): GreyRaster {
  const { width, height, channels, data } = raster;
  const grey = new Uint8Array(width * height);
  if (channels === 1) return { width, height, channels: 1, data };
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels) {
    // The darkest channel keeps red and blue ink as dark as black.
    grey[at] = Math.min(data[from] ?? 255, data[from + 1] ?? 255, data[from + 2] ?? 255);
  }
  for (const { left, top, right, bottom } of findSeals(raster, density))
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) {
        const red = data[(y * width + x) * channels] ?? 255;
        // Red ink is not quite white in the red channel: stretch it.
        grey[y * width + x] = Math.min(255, Math.max(0, Math.round((red - 40) * 1.6)));
      }
  return { width, height, channels: 1, data: grey };
}

/** Finds seals: connected red areas of a seal's size and shape. */
export function findSeals(raster: Raster, density: number): SealBox[] {
  const columns = Math.ceil(raster.width / cell);
  const rows = Math.ceil(raster.height / cell);
  const red = redCells(raster, columns, rows);
  const seen = new Uint8Array(red.length);
  const regions: SealBox[] = [];
  for (let start = 0; start < red.length; start += 1) {
    if (red[start] === 0 || seen[start] === 1) continue;
    const region = grow(start, red, seen, columns, rows);
    const wide = (((region.right - region.left) * cell) / density) * 25.4;
    const high = (((region.bottom - region.top) * cell) / density) * 25.4;
    const round = wide / high > 0.65 && wide / high < 1.55;
    if (round && Math.min(wide, high) > sealSize.least && Math.max(wide, high) < sealSize.most)
      regions.push({
        left: Math.max(0, region.left * cell - cell),
        top: Math.max(0, region.top * cell - cell),
        right: Math.min(raster.width, region.right * cell + cell),
        bottom: Math.min(raster.height, region.bottom * cell + cell),
      });
  }
  return regions;
}

function redCells({ width, height, channels, data }: Raster, columns: number, rows: number): Uint8Array {
  const counts = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * channels;
      const [r, g, b] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
      const index = Math.floor(y / cell) * columns + Math.floor(x / cell);
      if (r > 110 && r - Math.max(g, b) > 45) counts[index] = (counts[index] ?? 0) + 1;
    }
  return counts.map((count) => (count >= 3 ? 1 : 0));
}

/** Collects the red cells that are at most two cells apart. */
function grow(start: number, red: Uint8Array, seen: Uint8Array, columns: number, rows: number): SealBox {
  const region = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  const queue = [start];
  seen[start] = 1;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [x, y] = [next % columns, Math.floor(next / columns)];
    region.left = Math.min(region.left, x);
    region.top = Math.min(region.top, y);
    region.right = Math.max(region.right, x + 1);
    region.bottom = Math.max(region.bottom, y + 1);
    for (let dy = -2; dy <= 2; dy += 1)
      for (let dx = -2; dx <= 2; dx += 1) {
        const other = (y + dy) * columns + x + dx;
        const inside = x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows;
        if (!inside || red[other] !== 1 || seen[other] === 1) continue;
        seen[other] = 1;
        queue.push(other);
      }
  }
  return region;
}
