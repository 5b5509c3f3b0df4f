import type { MissedText } from '../layout/drawn-page.ts';
import type { OcrLine } from './ocr-line.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

/** The side in pixels of the cells that are searched for ink: a millimetre. */
const cell = Math.round(resolution / 25.4);
/** Dark pixels that make a cell inked: a stroke crosses it; a speck does not. */
const stroke = 6;
/** Millimetres. Characters are from 3 mm high; what is higher than two lines is a picture or a seal. */
const high = { least: 2.5, most: 14 };
/** Millimetres: two characters. */
const shortest = 8;
/** The share of a text's box that is inked cells: a rule or a shadow fills it, dust leaves it empty. */
const filled = { least: 0.25, most: 0.97 };
/** Millimetres along the edges in which scanners leave shadows. */
const edge = 6;

/** Millimetres: a page number lies in the lower margin (GB/T 9704: 35 mm) and has a dash on either side. */
const pageNumber = { widest: 22, margin: 32 };

/** Finds ink that looks like text and lies outside every line that was found. In points. */
export function findMissedText(page: GreyRaster, lines: readonly OcrLine[]): MissedText[] {
  const columns = Math.floor(page.width / cell);
  const rows = Math.floor(page.height / cell);
  const inked = inkedCells(page, columns, rows);
  for (const { bbox } of lines) {
    // Strokes reach beyond the box, and so do marks that Tesseract did not take for characters.
    const margin = 0.35 * (bbox.y1 - bbox.y0);
    const clear = {
      x0: bbox.x0 - 3 * margin,
      x1: bbox.x1 + 3 * margin,
      y0: bbox.y0 - margin,
      y1: bbox.y1 + margin,
    };
    for (let y = Math.max(0, Math.floor(clear.y0 / cell)); y <= Math.min(rows - 1, clear.y1 / cell); y += 1)
      for (
        let x = Math.max(0, Math.floor(clear.x0 / cell));
        x <= Math.min(columns - 1, clear.x1 / cell);
        x += 1
      )
        inked[y * columns + x] = 0;
  }
  return regionsOf(inked, columns, rows)
    .filter((region) => looksLikeText(region, columns, rows))
    .map(({ left, top, right, bottom }) => {
      const points = (72 / resolution) * cell;
      return {
        x: left * points,
        y: top * points,
        width: (right - left) * points,
        height: (bottom - top) * points,
      };
    });
}

function inkedCells({ width, data }: GreyRaster, columns: number, rows: number): Uint8Array {
  const inked = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let dark = 0;
      for (let y = row * cell; y < (row + 1) * cell; y += 1)
        for (let x = column * cell; x < (column + 1) * cell; x += 1)
          if ((data[y * width + x] ?? 255) < 140) dark += 1;
      inked[row * columns + column] = dark >= stroke ? 1 : 0;
    }
  return inked;
}

/** Cells that belong together: those of a line are at most three cells apart, above each other one. */
interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
  cells: number;
}

function regionsOf(inked: Uint8Array, columns: number, rows: number): Region[] {
  const left = inked.slice();
  const regions: Region[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] !== 1) continue;
    const region: Region = { left: columns, top: rows, right: 0, bottom: 0, cells: 0 };
    const queue = [start];
    left[start] = 0;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [x, y] = [next % columns, Math.floor(next / columns)];
      region.left = Math.min(region.left, x);
      region.right = Math.max(region.right, x + 1);
      region.top = Math.min(region.top, y);
      region.bottom = Math.max(region.bottom, y + 1);
      region.cells += 1;
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -3; dx <= 3; dx += 1) {
          const [column, row] = [x + dx, y + dy];
          const other = row * columns + column;
          if (column < 0 || column >= columns || row < 0 || row >= rows || left[other] !== 1) continue;
          left[other] = 0;
          queue.push(other);
        }
    }
    regions.push(region);
  }
  return regions;
}

function looksLikeText({ left, top, right, bottom, cells }: Region, columns: number, rows: number): boolean {
  const [width, height] = [right - left, bottom - top];
  const share = cells / (width * height);
  return (
    height >= high.least &&
    height <= high.most &&
    width >= shortest &&
    width >= 1.6 * height &&
    share >= filled.least &&
    share <= filled.most &&
    left >= edge &&
    top >= edge &&
    right <= columns - edge &&
    bottom <= rows - edge &&
    !(width <= pageNumber.widest && top >= rows - pageNumber.margin)
  );
}
