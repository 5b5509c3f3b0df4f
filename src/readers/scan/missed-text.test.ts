import { expect, test } from 'vitest';
import { findMissedText } from './missed-text.ts';
import type { OcrLine } from './ocr-line.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

const [width, height] = [1654, 2339];

/** A page with what is drawn on it: strokes of characters in boxes of pixels, or solid boxes. */
function page(
  texts: readonly [x: number, y: number, characters: number][],
  solid: readonly number[][] = [],
): GreyRaster {
  const data = new Uint8Array(width * height).fill(240);
  const fill = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y += 1) data.fill(20, y * width + x0, y * width + x1);
  };
  for (const [x, y, characters] of texts)
    for (let at = 0; at < characters; at += 1)
      for (const part of [0, 14, 28]) {
        fill(x + at * 44, y + part, x + at * 44 + 36, y + part + 4);
        fill(x + at * 44 + part, y, x + at * 44 + part + 4, y + 34);
      }
  for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of solid) fill(x0, y0, x1, y1);
  return { width, height, channels: 1, data };
}

function line(x: number, y: number, characters: number): OcrLine {
  const bbox = { x0: x, y0: y, x1: x + characters * 44, y1: y + 36 };
  return { bbox, baseline: bbox, rowAttributes: { rowHeight: 36 }, words: [] };
}

test('a line that was not found is reported with its place, and no other line is', () => {
  const found = findMissedText(
    page([
      [300, 400, 20],
      [300, 500, 12],
    ]),
    [line(300, 400, 20)],
  );
  expect(found).toHaveLength(1);
  const points = 72 / resolution;
  expect(Math.abs((found[0]?.x ?? 0) - 300 * points)).toBeLessThan(6);
  expect(Math.abs((found[0]?.y ?? 0) - 500 * points)).toBeLessThan(6);
  expect(Math.abs((found[0]?.width ?? 0) - 12 * 44 * points)).toBeLessThan(9);
  expect(
    findMissedText(
      page([
        [300, 400, 20],
        [300, 500, 12],
      ]),
      [line(300, 400, 20), line(300, 500, 12)],
    ),
  ).toEqual([]);
});

test('rules, specks, pictures, single characters, page numbers and shadows of the edge are no text', () => {
  const solid = [
    [300, 700, 1300, 706],
    [400, 900, 404, 904],
    [500, 1000, 900, 1400],
    [0, 1500, 60, 1540],
    [700, 1600, 1000, 1640],
  ];
  const small: [number, number, number][] = [
    [300, 400, 1],
    [780, 2180, 2],
  ];
  expect(findMissedText(page(small, solid), [])).toEqual([]);
  expect(findMissedText(page([[300, 2180, 12]]), [])).toHaveLength(1);
});
