import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isOnPage, mostGlyphs } from '../layout/page-bounds.ts';
import { boxOf, toMatrix, type Matrix } from '../layout/matrix.ts';
import type { Glyph, Page, Rule, Tag } from '../layout/drawn-page.ts';
import { rulesOf } from '../layout/vector-path.ts';
import { Drawing, type PdfFont, type PdfGlyph } from './graphics-state.ts';
import { mostRules } from './limits.ts';
import { strokesOf } from './path-data.ts';
import { blockTags } from './structure-tree.ts';

/** A picture that a page draws, by pdf.js's name for it, and the box it fills. */
export interface PlacedImage {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a page draws: text, invisible text, ruling lines, images, and how many paths in all. */
export interface DrawnPage {
  page: Page;
  hidden: Glyph[];
  images: PlacedImage[];
  paths: number;
}

const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/**
 * Carries out a page's operators (ISO 32000-1, annex A) as far as they place text, lines and images.
 * Characters come one by one with the place at which they are drawn, so that no guess of pdf.js about
 * spaces stands between the file and the text.
 */
export async function readPage(proxy: PDFPageProxy): Promise<DrawnPage> {
  const { transform, width, height } = proxy.getViewport({ scale: 1 });
  const [list, tags] = [await proxy.getOperatorList({ annotationMode: 0 }), await blockTags(proxy)];
  const drawing = new Drawing(toMatrix(transform) ?? [1, 0, 0, -1, 0, height]);
  const result: DrawnPage = {
    page: { width, height, glyphs: [], rules: [], figures: [] },
    hidden: [],
    images: [],
    paths: 0,
  };
  const marked: (Tag | undefined)[] = [];
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index] as unknown[] | null;
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent)
      marked.push(tagOf(args, tags) ?? marked.at(-1));
    else if (operator === OPS.endMarkedContent) marked.pop();
    else if (operator === OPS.showText)
      show(drawing.show((args?.[0] ?? []) as (PdfGlyph | number)[], marked.at(-1)), drawing, result);
    else if (operator === OPS.constructPath) addPath(args, drawing.matrix, result);
    else if (operator === OPS.paintImageXObject) addImage(args, drawing.matrix, result);
    else if (operator === OPS.setFont)
      drawing.set({ font: fontOf(proxy, args), fontSize: Number(args?.[1]) || 0 });
    else place(drawing, operator, args ?? []);
  }
  return result;
}

/** The operators that move or scale what follows. */
function place(drawing: Drawing, operator: number, args: readonly unknown[]): void {
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
}

function show(glyphs: readonly Glyph[], drawing: Drawing, { page, hidden }: DrawnPage): void {
  const target = drawing.invisible ? hidden : page.glyphs;
  for (const glyph of glyphs) if (isOnPage(glyph, page) && target.length < mostGlyphs) target.push(glyph);
}

function addPath(args: readonly unknown[] | null, matrix: Matrix, result: DrawnPage): void {
  const { page } = result;
  result.paths += 1;
  if (page.rules.length >= mostRules) return;
  const how = Number(args?.[0]);
  const parts = strokesOf(args?.[1]);
  const rules: Rule[] = [];
  if (strokes.has(how)) rules.push(...rulesOf(parts, matrix, 'stroke'));
  if (fills.has(how)) rules.push(...rulesOf(parts, matrix, 'fill'));
  page.rules.push(...rules.slice(0, mostRules - page.rules.length));
}

function addImage(args: readonly unknown[] | null, matrix: Matrix, { images }: DrawnPage): void {
  const id = args?.[0];
  if (typeof id !== 'string' || images.length >= 200) return;
  const [x, y, right, bottom] = boxOf(matrix, 0, 0, 1, 1);
  images.push({ id, x, y, width: right - x, height: bottom - y });
}

function fontOf(proxy: PDFPageProxy, args: readonly unknown[] | null): PdfFont {
  const name = args?.[0];
  return typeof name === 'string' && proxy.commonObjs.has(name)
    ? (proxy.commonObjs.get(name) as PdfFont)
    : {};
}

function tagOf(args: readonly unknown[] | null, tags: ReadonlyMap<number, Tag>): Tag | undefined {
  const [name, id] = args ?? [];
  if (name === 'Artifact') return { role: 'Artifact' };
  return typeof id === 'number' ? tags.get(id) : undefined;
}
