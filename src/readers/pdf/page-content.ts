import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lightnessOf } from '../layout/ink.ts';
import { isOnPage, mostGlyphs } from '../layout/page-bounds.ts';
import { filledAreas, isCovered, mostAreas } from '../layout/covered-glyphs.ts';
import { boundingBox, toMatrix, type Matrix } from '../layout/matrix.ts';
import type { Glyph, DrawnPage, RulingLine, StructureTag, PlacedImage } from '../layout/drawn-page.ts';
import { rulingLinesOf } from '../layout/vector-path.ts';
import { GraphicsState, type PdfFont, type PdfGlyph } from './graphics-state.ts';
import { readAnnotations } from './annotations.ts';
import { mostRulingLines } from './limits.ts';
import { parsePathData } from './path-data.ts';
import { readBlockTags } from './structure-tree.ts';

/** What a page draws: text, invisible text, ruling lines, images, and the number of all paths. */
export interface PdfPageContent {
  page: DrawnPage;
  hidden: Glyph[];
  /** How many characters are outside the page or too small to be seen. */
  outside: number;
  /** What annotations on the page say. */
  notes: string[];
  images: PlacedImage[];
  paths: number;
}

/** Whether an optional layer (ISO 32000-1, 8.11) is shown, by what its content is marked with. */
export type LayerVisibility = (properties: unknown) => boolean;

/** What the file says of a piece of content (ISO 32000-1, 14.6). */
interface MarkedContent {
  tag: StructureTag | undefined;
  /** It is in a layer that is turned off. */
  concealed: boolean;
  /** It is an artifact. */
  apart: boolean;
}

const fillOperators = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokeOperators = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/**
 * Runs a page's operators (ISO 32000-1, annex A) as far as they place text, lines and images. Characters come
 * one by one with their positions, so pdf.js's guesses about spaces have no effect.
 */
export async function readPageContent(
  proxy: PDFPageProxy,
  isShown: LayerVisibility,
): Promise<PdfPageContent> {
  const { transform, width, height } = proxy.getViewport({ scale: 1 });
  const [list, tags] = [await proxy.getOperatorList({ annotationMode: 0 }), await readBlockTags(proxy)];
  const matrix = toMatrix(transform) ?? [1, 0, 0, -1, 0, height];
  const { notes, strikes } = await readAnnotations(proxy, matrix);
  const drawing = new GraphicsState(matrix);
  let areas = 0;
  const result: PdfPageContent = {
    page: { width, height, glyphs: [], rulingLines: strikes, figures: [] },
    hidden: [],
    outside: 0,
    notes,
    images: [],
    paths: 0,
  };
  const marked: MarkedContent[] = [];
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index] as unknown[] | null;
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent)
      marked.push({
        tag: tagOf(args, tags) ?? marked.at(-1)?.tag,
        concealed: marked.at(-1)?.concealed === true || (nameOf(args?.[0]) === 'OC' && !isShown(args?.[1])),
        apart: marked.at(-1)?.apart === true || nameOf(args?.[0]) === 'Artifact',
      });
    else if (operator === OPS.endMarkedContent) marked.pop();
    else if (operator === OPS.showText) {
      const { tag, concealed = false, apart } = marked.at(-1) ?? {};
      const glyphs = drawing.show((args?.[0] ?? []) as (PdfGlyph | number)[], tag);
      if (apart) for (const glyph of glyphs) glyph.apart = true;
      show(glyphs, concealed || drawing.invisible, result);
    } else if (operator === OPS.constructPath) {
      if (drawing.covers && fillOperators.has(Number(args?.[0])))
        areas += cover(args, drawing.matrix, areas, result);
      addPath(args, drawing.matrix, result);
    } else if (operator === OPS.paintImageXObject) addImage(args, drawing.matrix, result);
    else if (operator === OPS.setFont)
      drawing.set({ font: fontOf(proxy, args), fontSize: Number(args?.[1]) || 0 });
    else applyOperator(drawing, operator, args ?? []);
  }
  return result;
}

/** Applies an operator that moves or scales what follows. */
function applyOperator(drawing: GraphicsState, operator: number, args: readonly unknown[]): void {
  const first = Number(args[0]) || 0;
  const second = Number(args[1]) || 0;
  if (operator === OPS.save || operator === OPS.paintFormXObjectBegin || operator === OPS.beginGroup)
    drawing.save();
  if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd || operator === OPS.endGroup)
    drawing.restore();
  if (operator === OPS.transform) drawing.transform(toMatrix(args) ?? [1, 0, 0, 1, 0, 0]);
  if (operator === OPS.paintFormXObjectBegin) {
    const matrix = toMatrix(args[0] as ArrayLike<unknown> | null);
    if (matrix) drawing.transform(matrix);
  }
  if (operator === OPS.beginText) drawing.beginText();
  if (operator === OPS.setTextMatrix) {
    const matrix = toMatrix(args[0] as ArrayLike<unknown> | null);
    if (matrix) drawing.setTextMatrix(matrix);
  }
  if (operator === OPS.moveText) drawing.moveText(first, second);
  if (operator === OPS.setLeadingMoveText) {
    drawing.set({ leading: -second });
    drawing.moveText(first, second);
  }
  if (operator === OPS.nextLine) drawing.nextLine();
  if (operator === OPS.setLeading) drawing.set({ leading: first });
  if (operator === OPS.setCharSpacing) drawing.set({ charSpacing: first });
  if (operator === OPS.setWordSpacing) drawing.set({ wordSpacing: first });
  if (operator === OPS.setHScale) drawing.set({ scale: first / 100 });
  if (operator === OPS.setTextRise) drawing.set({ rise: first });
  if (operator === OPS.setTextRenderingMode) drawing.set({ mode: first });
  if (operator === OPS.setFillRGBColor) drawing.set({ lightness: lightnessOf(channelsOf(args)) });
  if (operator === OPS.setGState)
    for (const [key, value] of (args[0] ?? []) as [string, unknown][])
      if (key === 'ca') drawing.set({ alpha: typeof value === 'number' ? value : 1 });
      else if (key === 'BM') drawing.set({ blended: value !== 'source-over' && value !== 'Normal' });
      else if (key === 'SMask') drawing.set({ masked: value !== false && value !== null });
  if (operator === OPS.setFillRGBColor) drawing.set({ patterned: false });
  if (operator === OPS.setFillColorN) drawing.set({ patterned: true });
}

/** The channels of a colour from pdf.js: `#rrggbb`, or three numbers, 0 to 255. */
function channelsOf(args: readonly unknown[]): number[] {
  const [first] = args;
  const channels =
    typeof first === 'string'
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : args.slice(0, 3).map(Number);
  return channels.map((value) => (Number.isFinite(value) ? value : 0));
}

function show(glyphs: readonly Glyph[], concealed: boolean, result: PdfPageContent): void {
  const { page, hidden } = result;
  const target = concealed ? hidden : page.glyphs;
  for (const glyph of glyphs) {
    if (!isOnPage(glyph, page)) result.outside += glyph.text.trim() === '' ? 0 : 1;
    else if (target.length < mostGlyphs) target.push(glyph);
  }
}

/** Hides what is under the areas that a path fills. @returns Their number. @param before Those of the page so far. */
function cover(
  args: readonly unknown[] | null,
  matrix: Matrix,
  before: number,
  { page, hidden }: PdfPageContent,
): number {
  const areas = filledAreas(parsePathData(args?.[1]), matrix).slice(0, Math.max(0, mostAreas - before));
  for (const area of areas) {
    const covered = page.glyphs.filter((glyph) => isCovered(glyph, area));
    if (covered.length === 0) continue;
    hidden.push(...covered.slice(0, mostGlyphs - hidden.length));
    page.glyphs = page.glyphs.filter((glyph) => !isCovered(glyph, area));
  }
  return areas.length;
}

function addPath(args: readonly unknown[] | null, matrix: Matrix, result: PdfPageContent): void {
  const { page } = result;
  result.paths += 1;
  if (page.rulingLines.length >= mostRulingLines) return;
  const how = Number(args?.[0]);
  const parts = parsePathData(args?.[1]);
  const lines: RulingLine[] = [];
  if (strokeOperators.has(how)) lines.push(...rulingLinesOf(parts, matrix, 'stroke'));
  if (fillOperators.has(how)) lines.push(...rulingLinesOf(parts, matrix, 'fill'));
  page.rulingLines.push(...lines.slice(0, mostRulingLines - page.rulingLines.length));
}

function addImage(args: readonly unknown[] | null, matrix: Matrix, { images }: PdfPageContent): void {
  const id = args?.[0];
  if (typeof id !== 'string' || images.length >= 200) return;
  const [x, y, right, bottom] = boundingBox(matrix, 0, 0, 1, 1);
  images.push({ id, x, y, width: right - x, height: bottom - y });
}

function fontOf(proxy: PDFPageProxy, args: readonly unknown[] | null): PdfFont {
  const name = args?.[0];
  return typeof name === 'string' && proxy.commonObjs.has(name)
    ? (proxy.commonObjs.get(name) as PdfFont)
    : {};
}

/** A name, which pdf.js gives as text or as an object. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function tagOf(
  args: readonly unknown[] | null,
  tags: ReadonlyMap<number, StructureTag>,
): StructureTag | undefined {
  const [name, id] = args ?? [];
  if (name === 'Artifact') return { role: 'Artifact' };
  return typeof id === 'number' ? tags.get(id) : undefined;
}
