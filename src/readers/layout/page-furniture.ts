import { foldRadicals } from './kangxi-radical.ts';
import type { TextLine } from './text-line.ts';

/** Why a line is not part of the letter. */
export type FurnitureKind = 'page-number' | 'running-head';

// OCR reads a dash as 一.
const pageNumber =
  /^[—\-–－─―一_·•. ]{0,40}(?:第 ?)?(\d{1,4}|[一二三四五六七八九十百]{1,5})(?: ?页)?(?: ?[/／,，]? ?共? ?\d{1,4} ?页?)?[—\-–－─―一_·•. ]{0,40}$/u;
const decorated = /[—\-–－─―·•页/／]|^一+\s*\d+\s*一+$/u;

/**
 * Finds the lines at the top and bottom of pages that are not part of the text: page numbers (a number that
 * counts with the pages, or one set as `— 1 —`, GB/T 9704) and repeated headers or footers.
 */
export function findPageFurniture(pages: readonly PageLines[]): Map<TextLine, FurnitureKind> {
  const found = new Map<TextLine, FurnitureKind>();
  const candidates = pages.flatMap((page, index) =>
    edgeLines(page).map((line) => ({ line, index, number: numberOf(foldRadicals(line.text)), page })),
  );
  // Numbers that count with the pages all have the same difference to the page's index.
  const series = Map.groupBy(candidates, ({ number, index }) => number !== undefined && number - index);
  const repeated = repeatedLines(candidates, pages.length);
  for (const { line, index, number, page } of candidates) {
    const tagged = line.glyphs.every((glyph) => glyph.tag?.role === 'Artifact');
    if (number !== undefined) {
      const same = series.get(number - index) ?? [];
      const counts = same[0]?.index !== index || same.at(-1)?.index !== index;
      if (tagged || counts || (decorated.test(line.text) && inMargin(line, page)))
        found.set(line, 'page-number');
    } else if (tagged || repeated.has(line)) found.set(line, 'running-head');
  }
  return found;
}

/** A page's lines and height. */
export interface PageLines {
  lines: readonly TextLine[];
  height: number;
}

/** The first two and last two lines of a page, if they are in its margins. */
function edgeLines(page: PageLines): TextLine[] {
  const sorted = [...page.lines].sort((a, b) => a.y - b.y);
  const edges = new Set([...sorted.slice(0, 2), ...sorted.slice(-2)]);
  return [...edges].filter((line) => inMargin(line, page));
}

/** GB/T 9704 leaves 37 mm above and 35 mm below the text: an eighth of the page. */
function inMargin(line: TextLine, { height }: PageLines): boolean {
  return line.y < 0.115 * height || line.y > 0.885 * height;
}

/** The lines found at the same height of most pages, ignoring digits. */
function repeatedLines(
  candidates: readonly { line: TextLine; index: number }[],
  pages: number,
): Set<TextLine> {
  const found = new Set<TextLine>();
  if (pages < 2) return found;
  const most = Math.max(2, Math.ceil(pages * 0.6));
  const shapes = Map.groupBy(candidates, ({ line }) => line.text.replaceAll(/\d+/g, '0'));
  for (const same of shapes.values()) {
    const sorted = same.toSorted((a, b) => a.line.y - b.line.y);
    // How many lines each page has near the current one.
    const near = new Map<number, number>();
    let [first, behind] = [0, 0];
    for (const { line } of sorted) {
      for (let next = sorted[behind]; next && next.line.y - line.y < 3; next = sorted[(behind += 1)])
        near.set(next.index, (near.get(next.index) ?? 0) + 1);
      for (let past = sorted[first]; past && line.y - past.line.y >= 3; past = sorted[(first += 1)]) {
        const left = (near.get(past.index) ?? 1) - 1;
        if (left > 0) near.set(past.index, left);
        else near.delete(past.index);
      }
      if (near.size >= most) found.add(line);
    }
  }
  return found;
}

function numberOf(text: string): number | undefined {
  const digits = pageNumber.exec(text.replace(/\s+/gu, ' '))?.[1];
  if (digits === undefined) return undefined;
  return /\d/.test(digits) ? Number(digits) : hanNumber(digits);
}

/** 一 to 九十九, as in page numbers. */
function hanNumber(text: string): number {
  const digit = (character: string | undefined) => '一二三四五六七八九'.indexOf(character ?? '') + 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0) * 10 + digit(ones);
}
