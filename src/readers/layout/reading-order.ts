import type { DrawnPage, Glyph } from './drawn-page.ts';
import { marginsOf, marginsOfPages } from './margins.ts';
import { findPageFurniture } from './page-furniture.ts';
import { takeAlignedTables } from './aligned-table.ts';
import { toColumns } from './columns.ts';
import { toTextLines, type TextLine } from './text-line.ts';
import { takeRuledTables } from './ruled-table.ts';
import { findOverlaidText } from './overlaid-text.ts';
import { turnUpright, type UprightPage } from './page-rotation.ts';
import { struckGlyphs } from './struck-glyphs.ts';
import { BlockBuilder, type PlacedBlock } from './block-builder.ts';
import type { LayoutBlock } from './layout-block.ts';

/**
 * Puts drawn pages into reading order: takes out tables, sets page numbers and running heads aside, orders
 * columns, and joins lines to paragraphs across columns and pages.
 */
export function toLayoutBlocks(pages: readonly DrawnPage[]): LayoutBlock[] {
  const parts = splitPages(pages);
  const pageMargins = marginsOfPages(parts.map(({ lines }) => lines));
  const builder = new BlockBuilder();
  for (const [index, { lines, placed, dropped }] of parts.entries()) {
    const columns = toColumns(lines);
    const waiting = [...placed].sort((a, b) => a.top - b.top);
    for (const column of columns) {
      const margins = columns.length > 1 ? marginsOf(column) : (pageMargins[index] ?? marginsOf(column));
      for (const line of column) {
        for (let next = waiting[0]; next && isAbove(next, line); next = waiting[0]) {
          builder.addPlaced(next);
          waiting.shift();
        }
        builder.addLine(line, margins);
      }
    }
    for (const block of waiting) builder.addPlaced(block);
    for (const block of dropped) builder.addInline(block);
  }
  return builder.finish();
}

/** A page split into running text, placed blocks and dropped text. */
interface PageParts {
  lines: TextLine[];
  placed: PlacedBlock[];
  dropped: LayoutBlock[];
}

function splitPages(pages: readonly DrawnPage[]): PageParts[] {
  const upright = pages.map(turnUpright);
  const overlaid = findOverlaidText(upright.map(({ page }) => page.glyphs));
  const turned = upright.map((one, index) => setApart(one, overlaid[index] ?? new Set()));
  const ruled = turned.map(({ page }, index) => takeRuledTables(page, index));
  const lined = ruled.map(({ glyphs }, index) => toTextLines(glyphs, index));
  const furniture = findPageFurniture(
    lined.map((lines, index) => ({ lines, height: turned[index]?.page.height ?? 0 })),
  );
  return turned.map(({ page, rotated, watermark, struck }, index) => {
    const all = lined[index] ?? [];
    const { tables, lines } = takeAlignedTables(all.filter((line) => !furniture.has(line)));
    const dropped = all.flatMap((line): LayoutBlock[] => {
      const why = furniture.get(line);
      return why ? [{ type: 'dropped', text: line.text, why }] : [];
    });
    const apart = { 'rotated-text': rotated, watermark, 'struck-text': struck } as const;
    for (const [why, glyphs] of Object.entries(apart)) {
      const text = glyphs
        .map((glyph) => glyph.text)
        .join('')
        .trim();
      if (text !== '') dropped.push({ type: 'dropped', text: text.replaceAll(/\s+/g, ' '), why });
    }
    const placed = [
      ...[...tables, ...(ruled[index]?.tables ?? [])].map((table): PlacedBlock => {
        const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
        return { top: table.top, left, right, block: { type: 'table', table } };
      }),
      ...page.figures.map((figure): PlacedBlock => {
        const right = figure.x + figure.width;
        return { top: figure.y, left: figure.x, right, block: { type: 'figure', figure } };
      }),
    ];
    return { lines, placed, dropped };
  });
}

/** A page whose text is that of the letter, and what was printed over it, turned or struck out. */
interface SortedPage extends UprightPage {
  watermark: Glyph[];
  struck: Glyph[];
}

function setApart({ page, rotated }: UprightPage, marks: ReadonlySet<Glyph>): SortedPage {
  const watermark = page.glyphs.filter((glyph) => marks.has(glyph));
  const own = page.glyphs.filter((glyph) => !marks.has(glyph));
  const through = struckGlyphs(own, page.rulingLines);
  return {
    page: { ...page, glyphs: own.filter((glyph) => !through.has(glyph)) },
    rotated,
    watermark,
    struck: own.filter((glyph) => through.has(glyph)),
  };
}

/** Whether a block is above a line and not beside it in another column. */
function isAbove(block: PlacedBlock, line: TextLine): boolean {
  return block.top < line.y - 0.5 * line.size && block.left < line.right && line.x < block.right;
}
