import type { Line } from './line.ts';
import { unified } from './script.ts';

/** Why a line is none of the letter's. */
export type FurnitureKind = 'page-number' | 'running-head';

// 一: what recognition makes of a dash.
const pageNumber =
  /^[—\-–－─―一_·•.\s]*(?:第\s*)?(\d{1,4}|[一二三四五六七八九十百]{1,5})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[—\-–－─―一_·•.\s]*$/u;
const decorated = /[—\-–－─―·•页/／]|^一+\s*\d+\s*一+$/u;

/**
 * The lines at the top and bottom of pages that are not part of the text: page numbers (a number that
 * counts with the pages, or one set as `— 1 —`, GB/T 9704) and headers or footers that come again.
 */
export function furnitureOf(pages: readonly PageLines[]): Map<Line, FurnitureKind> {
  const found = new Map<Line, FurnitureKind>();
  const candidates = pages.flatMap((page, index) =>
    edgeLines(page).map((line) => ({ line, index, number: numberOf(unified(line.text)), page })),
  );
  for (const { line, index, number, page } of candidates) {
    const tagged = line.glyphs.every((glyph) => glyph.tag?.role === 'Artifact');
    if (number !== undefined) {
      const counts = candidates.some(
        (other) =>
          other.index !== index &&
          other.number !== undefined &&
          other.number - number === other.index - index,
      );
      if (tagged || counts || (decorated.test(line.text) && inMargin(line, page)))
        found.set(line, 'page-number');
    } else if (tagged || repeats(line, candidates, pages.length)) found.set(line, 'running-head');
  }
  return found;
}

/** The lines of a page with its height. */
export interface PageLines {
  lines: readonly Line[];
  height: number;
}

/** The two first and two last lines of a page, when they stand in its margins. */
function edgeLines(page: PageLines): Line[] {
  const sorted = [...page.lines].sort((a, b) => a.y - b.y);
  const edges = new Set([...sorted.slice(0, 2), ...sorted.slice(-2)]);
  return [...edges].filter((line) => inMargin(line, page));
}

/** GB/T 9704 leaves 37 mm above and 35 mm below the text: an eighth of the page. */
function inMargin(line: Line, { height }: PageLines): boolean {
  return line.y < 0.115 * height || line.y > 0.885 * height;
}

/** Whether a line stands at the same place on most pages, its digits aside. */
function repeats(line: Line, candidates: readonly { line: Line; index: number }[], pages: number): boolean {
  if (pages < 2) return false;
  const shape = line.text.replaceAll(/\d+/g, '0');
  const same = candidates.filter(
    (other) => Math.abs(other.line.y - line.y) < 3 && other.line.text.replaceAll(/\d+/g, '0') === shape,
  );
  return new Set(same.map(({ index }) => index)).size >= Math.max(2, Math.ceil(pages * 0.6));
}

function numberOf(text: string): number | undefined {
  const digits = pageNumber.exec(text)?.[1];
  if (digits === undefined) return undefined;
  return /\d/.test(digits) ? Number(digits) : hanNumber(digits);
}

/** 一 to 九十九, as page numbers are written. */
function hanNumber(text: string): number {
  const digit = (character: string | undefined) => '一二三四五六七八九'.indexOf(character ?? '') + 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0) * 10 + digit(ones);
}
