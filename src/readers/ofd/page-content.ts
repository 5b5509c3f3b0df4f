import { isFaint, isInvisible, lightnessOf } from '../layout/ink.ts';
import { isOnPage, mostGlyphs } from '../layout/page-bounds.ts';
import { filledAreas, isCovered, mostAreas, type Area } from '../layout/covered-glyphs.ts';
import { boundingBox, multiply, type Matrix } from '../layout/matrix.ts';
import type { DrawnPage, PlacedImage } from '../layout/drawn-page.ts';
import { countCorners, rulingLinesOf } from '../layout/vector-path.ts';
import { ReadError } from '../reading.ts';
import { textOf, type XmlElement } from '../xml-tree.ts';
import { element, elements, localName, numbersOf } from './container.ts';
import type { OfdPage } from './document.ts';
import { pathOf } from './path-object.ts';
import type { RepetitionLimit } from './repetition-limit.ts';
import { glyphsOf, objectMatrix } from './text-object.ts';

/** Whether a text object is drawn light or translucent (GB/T 33190, 8.3), or cannot be seen at all. */
function inkOf(object: XmlElement): { faint: boolean; unseen: boolean } {
  const colour = element(object, 'FillColor');
  const [own, ofColour] = [object, colour].map((one) => Number(one?.attributes.get('Alpha') ?? 255) / 255);
  const opacity = (own ?? 1) * (ofColour ?? 1);
  const [r = 0, g = r, b = r] = numbersOf(colour?.attributes.get('Value'));
  const ink = [lightnessOf([r, g, b]), Number.isFinite(opacity) ? opacity : 1] as const;
  return { faint: isFaint(...ink), unseen: isInvisible(...ink) };
}

/** Whether what is under a filled path is seen through it. */
function isTranslucent(object: XmlElement): boolean {
  const colour = element(object, 'FillColor');
  const all = [object, colour].map((one) => one?.attributes.get('Alpha') ?? '255');
  const isPattern = colour !== undefined && elements(colour).length > 0;
  return isPattern || all.some((alpha) => Number(alpha) < 242);
}

function charactersIn(object: XmlElement): number {
  return textOf(object).replaceAll(/\s/gu, '').length;
}

const pointsPerMillimetre = 72 / 25.4;
/** Bounds on one page: a group that draws itself would never end. */
const most = { depth: 16, objects: 100_000, rulingLines: 3_000 };

/** What a page draws. */
export interface OfdPageContent {
  page: DrawnPage;
  images: PlacedImage[];
  /** How many characters are in objects that are not shown, or outside the page. */
  hidden: number;
}

/** Places everything that a page draws (GB/T 33190, 8 to 13): text, straight lines, images and groups. */
export function readPageContent(
  { box, layers, resources }: OfdPage,
  repetition: RepetitionLimit,
): OfdPageContent {
  const [left, top, width, height] = box;
  const k = pointsPerMillimetre;
  const result: OfdPageContent = {
    page: { width: width * k, height: height * k, glyphs: [], rulingLines: [], figures: [] },
    images: [],
    hidden: 0,
  };
  let objects = 0;
  let covering = 0;
  let run = 0;
  let background = false;
  let fromTemplate = false;
  for (const { element: layer, template } of layers) {
    fromTemplate = template;
    background = layer.attributes.get('Type') === 'Background';
    drawAll(layer, [k, 0, 0, k, -left * k, -top * k], 0);
  }
  return result;

  function drawAll(group: XmlElement, matrix: Matrix, depth: number): void {
    if (depth > most.depth)
      throw new ReadError('cyclic', 'OFD 的图元层层引用自身，无法读取。请用 OFD 软件打开、另存后再转换。');
    for (const object of elements(group)) {
      objects += 1;
      if (objects > most.objects)
        throw new ReadError(
          'too-large',
          'OFD 的一页里图元过多，不像一份答复。请用 OFD 软件打开、另存后再转换。',
        );
      if (object.attributes.get('Visible') !== 'false') draw(object, matrix, depth);
      else if (localName(object) === 'TextObject') result.hidden += charactersIn(object);
    }
  }

  function draw(object: XmlElement, matrix: Matrix, depth: number): void {
    const kind = localName(object);
    if (kind === 'PageBlock') drawAll(object, matrix, depth + 1);
    if (!/Object$|^CompositeGraphicUnit$/.test(kind)) return;
    const own = multiply(matrix, objectMatrix(object));
    if (kind === 'TextObject') drawText(object, own);
    else if (kind === 'PathObject') drawPath(object, own);
    else if (kind === 'ImageObject') drawImage(object, matrix);
    else if (kind === 'CompositeObject') {
      const unit = resources.composites.get(object.attributes.get('ResourceID') ?? '');
      if (unit) drawAll(unit.content, own, depth + 1);
    }
  }

  function drawText(object: XmlElement, matrix: Matrix): void {
    const { glyphs } = result.page;
    const font = resources.fonts.get(object.attributes.get('Font') ?? '');
    const ink = inkOf(object);
    const faint = background || ink.faint;
    const isFilled = object.attributes.get('Fill') !== 'false' || object.attributes.get('Stroke') === 'true';
    run += 1;
    const placed = glyphsOf(object, matrix, font).map((glyph) => ({
      ...glyph,
      run,
      ...(faint && { faint }),
      ...((ink.unseen || !isFilled) && { unseen: true as const }),
      ...(fromTemplate && { apart: true as const }),
    }));
    repetition.count(object, placed.length);
    for (const glyph of placed) {
      if (!isOnPage(glyph, result.page)) result.hidden += glyph.text.trim() === '' ? 0 : 1;
      else if (glyphs.length < mostGlyphs) glyphs.push(glyph);
    }
  }

  function drawPath(object: XmlElement, matrix: Matrix): void {
    const { rulingLines } = result.page;
    if (rulingLines.length >= most.rulingLines) return;
    const parts = pathOf(element(object, 'AbbreviatedData'));
    repetition.count(object, countCorners(parts));
    if (object.attributes.get('Stroke') !== 'false')
      rulingLines.push(...rulingLinesOf(parts, matrix, 'stroke'));
    if (object.attributes.get('Fill') === 'true' && !isTranslucent(object)) cover(filledAreas(parts, matrix));
    if (object.attributes.get('Fill') === 'true') rulingLines.push(...rulingLinesOf(parts, matrix, 'fill'));
  }

  /** Hides what is under filled areas. */
  function cover(areas: readonly Area[]): void {
    for (const area of areas.slice(0, Math.max(0, mostAreas - covering))) {
      covering += 1;
      const left = result.page.glyphs.filter((glyph) => !isCovered(glyph, area));
      result.hidden += result.page.glyphs.length - left.length;
      result.page.glyphs = left;
    }
  }

  function drawImage(object: XmlElement, matrix: Matrix): void {
    const [x = 0, y = 0, w = 0, h = 0] = numbersOf(object.attributes.get('Boundary'));
    const [x1, y1, x2, y2] = boundingBox(matrix, x, y, w, h);
    const id = object.attributes.get('ResourceID') ?? '';
    if (result.images.length < 200) result.images.push({ id, x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
  }
}
