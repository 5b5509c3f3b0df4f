import { toGrids } from '../layout/grid.ts';
import type { DrawnPage, RulingLine } from '../layout/drawn-page.ts';
import { ReadError } from '../reading.ts';
import { toGlyphs } from './ocr-glyphs.ts';
import { densityOf, preparePage, resolution } from './page-preparation.ts';
import type { GreyRaster, Raster } from './raster.ts';
import { findRulingLines, eraseRulingLines } from './ruling-lines.ts';
import { openTesseract, type OcrEngine } from './tesseract.ts';

/** OCR takes seconds per page: more pages are refused. */
const mostScannedPages = 60;
/** Milliseconds per page. */
const pageTime = 60_000;

/** Recognises scanned pages one after the other. */
export interface OcrSession {
  /** Recognises a page. `density` is its resolution in dots per inch, if known. */
  read(raster: Raster, density?: number): Promise<DrawnPage>;
  close(): Promise<void>;
}

/**
 * Starts OCR for a document with a number of scanned pages.
 *
 * @throws ReadError `too-many-scans`, `missing-program`.
 */
export async function openOcr(pages: number): Promise<OcrSession> {
  if (pages > mostScannedPages)
    throw new ReadError(
      'too-many-scans',
      `有 ${pages} 页扫描图像，超过一次能识别的 ${mostScannedPages} 页。请只留下答复所在的几页，另存后再转换。`,
    );
  const engine = await openTesseract();
  return {
    read: async (raster, density) => readPage(engine, await preparePage(raster, densityOf(raster, density))),
    close: () => engine.close(),
  };
}

/** A page with fewer characters says little about how it was fed. */
const fewestGlyphs = 20;

async function readPage(engine: OcrEngine, grey: GreyRaster): Promise<DrawnPage> {
  const first = await attempt(engine, grey);
  const enough = first.page.glyphs.length < fewestGlyphs ? 60 : 40;
  if (first.certainty >= enough) return first.page;
  // Nothing makes sense: the sheet may have been fed sideways or upside down.
  let best = first;
  for (const angle of [180, 90, 270]) {
    const turned = await attempt(engine, await quarterTurned(grey, angle));
    if (turned.certainty > best.certainty + 15 && turned.page.glyphs.length >= fewestGlyphs) best = turned;
  }
  return best.page;
}

/** A recognised page, and its mean confidence, 0 to 100. */
async function attempt(engine: OcrEngine, grey: GreyRaster): Promise<{ page: DrawnPage; certainty: number }> {
  const points = 72 / resolution;
  const lines = findRulingLines(grey);
  const grids = toGrids(lines.map((line) => scaled(line, points)));
  const drawn = lines.filter((line) => grids.some(({ xs, ys }) => isWithin(scaled(line, points), xs, ys)));
  const clean = drawn.length > 0 ? eraseRulingLines(grey, drawn) : grey;
  const glyphs = toGlyphs(await engine.lines(clean, pageTime), resolution);
  const certainty =
    glyphs.reduce((sum, { confidence = 0 }) => sum + confidence, 0) / Math.max(1, glyphs.length);
  const [width, height] = [grey.width * points, grey.height * points];
  return {
    page: { width, height, glyphs, rulingLines: drawn.map((rule) => scaled(rule, points)), figures: [] },
    certainty,
  };
}

async function quarterTurned({ width, height, data }: GreyRaster, angle: number): Promise<GreyRaster> {
  const { default: sharp } = await import('sharp');
  const turned = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(angle)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: turned.info.width,
    height: turned.info.height,
    channels: 1,
    data: Uint8Array.from(turned.data),
  };
}

function isWithin(rule: RulingLine, xs: readonly number[], ys: readonly number[]): boolean {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  return rule.x2 > left - 3 && rule.x1 < right + 3 && rule.y2 > top - 3 && rule.y1 < bottom + 3;
}

function scaled({ x1, y1, x2, y2 }: RulingLine, by: number): RulingLine {
  return { x1: x1 * by, y1: y1 * by, x2: x2 * by, y2: y2 * by };
}
