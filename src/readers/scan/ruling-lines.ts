import type { RulingLine } from '../layout/drawn-page.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

/** Pixels. Longer than the strokes of a 22 pt character, and thinner than a bar. */
const shortest = Math.round(0.43 * resolution);
const thickest = Math.round(0.04 * resolution);

/** A ruling line in pixels. */
type PixelLine = RulingLine;

/** Finds the horizontal and vertical lines of a prepared page: long thin runs of dark pixels. */
export function findRulingLines(grey: GreyRaster): PixelLine[] {
  const { width, height, data } = grey;
  const level = runs(height, width, (line, at) => (data[line * width + at] ?? 255) < 140);
  const upright = runs(width, height, (line, at) => (data[at * width + line] ?? 255) < 140);
  return [
    ...merge(level).map(({ from, to, first, last }) => ({ x1: from, x2: to, y1: first, y2: last })),
    ...merge(upright).map(({ from, to, first, last }) => ({ x1: first, x2: last, y1: from, y2: to })),
  ];
}

/** Paints lines white, so that OCR does not read them as strokes or brackets. */
export function eraseRulingLines(grey: GreyRaster, lines: readonly PixelLine[]): GreyRaster {
  const data = grey.data.slice();
  for (const { x1, y1, x2, y2 } of lines)
    for (let y = Math.max(0, y1 - 2); y <= Math.min(grey.height - 1, y2 + 2); y += 1)
      data.fill(255, y * grey.width + Math.max(0, x1 - 2), y * grey.width + Math.min(grey.width, x2 + 3));
  return { ...grey, data };
}

interface DarkRun {
  line: number;
  from: number;
  to: number;
}

/** Finds long dark runs along each row of pixels. A sideways step of one pixel does not end a run. */
function runs(lines: number, length: number, isDark: (line: number, at: number) => boolean): DarkRun[] {
  const found: DarkRun[] = [];
  for (let line = 1; line < lines - 1; line += 1) {
    let from = -1;
    for (let at = 0; at <= length; at += 1) {
      const dark = at < length && (isDark(line, at) || isDark(line - 1, at) || isDark(line + 1, at));
      if (dark && from < 0) from = at;
      if (dark || from < 0) continue;
      if (at - from >= shortest) found.push({ line, from, to: at - 1 });
      from = -1;
    }
  }
  return found;
}

interface Band {
  from: number;
  to: number;
  first: number;
  last: number;
}

/** Merges runs on neighbouring rows into lines, and drops bands that are too thick for one. */
function merge(found: readonly DarkRun[]): Band[] {
  const bands: Band[] = [];
  for (const { line, from, to } of found) {
    const band = bands.findLast(
      (candidate) => candidate.last >= line - 2 && candidate.from < to && from < candidate.to,
    );
    if (!band) bands.push({ from, to, first: line, last: line });
    else {
      band.from = Math.min(band.from, from);
      band.to = Math.max(band.to, to);
      band.last = line;
    }
  }
  return bands.filter(({ first, last }) => last - first < thickest + 2);
}
