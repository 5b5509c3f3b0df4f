import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { transformPoint, type Matrix } from '../layout/matrix.ts';
import type { RulingLine } from '../layout/drawn-page.ts';

/** What readers of a PDF have put on a page (ISO 32000-1, 12.5). */
export interface PageAnnotations {
  /** What notes, stamps and typed annotations say; empty for one without text. */
  notes: string[];
  /** The lines by which text was struck out. */
  strikes: RulingLine[];
}

/** Annotations that say something, or stand on the page for something. */
const spoken = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Stamp',
  'Watermark',
  'Redact',
]);
/** So many of a page are read, and so much of each. */
const most = 200;
const longest = 80;

interface Annotation {
  subtype?: unknown;
  contentsObj?: { str?: unknown };
  textContent?: unknown;
  quadPoints?: ArrayLike<number> | null;
}

/** Reads the annotations of a page. @param matrix From the page's own units to points from its top left corner. */
export async function readAnnotations(proxy: PDFPageProxy, matrix: Matrix): Promise<PageAnnotations> {
  const found: PageAnnotations = { notes: [], strikes: [] };
  const all = (await proxy.getAnnotations().catch(() => [])) as Annotation[];
  for (const annotation of all.slice(0, most)) {
    const subtype = String(annotation.subtype);
    if (!spoken.has(subtype)) continue;
    if (subtype === 'StrikeOut') found.strikes.push(...strikesOf(annotation, matrix));
    const note = noteOf(annotation);
    if (note !== '' || subtype === 'FreeText' || subtype === 'Stamp' || subtype === 'Watermark')
      found.notes.push(note);
  }
  return found;
}

function noteOf({ contentsObj, textContent }: Annotation): string {
  const stated = contentsObj?.str;
  const drawn = Array.isArray(textContent) ? textContent.map(String).join('') : '';
  const text = typeof stated === 'string' && stated.trim() !== '' ? stated : drawn;
  return text.replace(/\s+/gu, ' ').trim().slice(0, longest);
}

/** A line through the middle of each of its quadrilaterals, whose points come as x and y of four corners. */
function strikesOf({ quadPoints }: Annotation, matrix: Matrix): RulingLine[] {
  const lines: RulingLine[] = [];
  for (let at = 0; quadPoints && at + 8 <= quadPoints.length && lines.length < most; at += 8) {
    const corners = [0, 2, 4, 6].map((corner) =>
      transformPoint(matrix, quadPoints[at + corner] ?? 0, quadPoints[at + corner + 1] ?? 0),
    );
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
    lines.push({ x1: Math.min(...xs), x2: Math.max(...xs), y1: middle, y2: middle });
  }
  return lines;
}
