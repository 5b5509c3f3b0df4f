import type { DrawnPage } from './drawn-page.ts';
import { marginsOf, marginsOfPages } from './margins.ts';
import { findPageFurniture } from './page-furniture.ts';
import { takeAlignedTables } from './aligned-table.ts';
import { toColumns } from './columns.ts';
import { toTextLines, type TextLine } from './text-line.ts';
import { takeRuledTables } from './ruled-table.ts';
import { turnUpright } from './page-rotation.ts';
import { BlockBuilder, type PlacedBlock } from './block-builder.ts';
import type { LayoutBlock } from './layout-block.ts';

/**
 * Puts drawn pages into reading order: takes out tables, sets page numbers and running heads aside, orders
 * columns, and joins lines to paragraphs across columns and pages.
 */
export function toLayoutBlocks(pages: readonly DrawnPage[]): LayoutBlock[] {
  const sheets = toSheets(pages);
  const frames = marginsOfPages(sheets.map(({ lines }) => lines));
  const flow = new BlockBuilder();
  for (const [index, sheet] of sheets.entries()) {
    const columns = toColumns(sheet.lines);
    const insets = [...sheet.insets].sort((a, b) => a.top - b.top);
    for (const column of columns) {
      const frame = columns.length > 1 ? marginsOf(column) : (frames[index] ?? marginsOf(column));
      for (const line of column) {
        while (insets[0] && insets[0].top < line.y - 0.5 * line.size && reaches(insets[0], line))
          flow.inset(insets.shift());
        flow.line(line, frame);
      }
    }
    for (const inset of insets) flow.inset(inset);
    for (const aside of sheet.asides) flow.aside(aside);
  }
  return flow.finish();
}

/** A page split into running text, placed blocks and dropped text. */
interface PageParts {
  lines: TextLine[];
  insets: PlacedBlock[];
  asides: LayoutBlock[];
}

function toSheets(pages: readonly DrawnPage[]): PageParts[] {
  const turned = pages.map(turnUpright);
  const ruled = turned.map(({ page }, index) => takeRuledTables(page, index));
  const lined = ruled.map(({ glyphs }, index) => toTextLines(glyphs, index));
  const furniture = findPageFurniture(
    lined.map((lines, index) => ({ lines, height: turned[index]?.page.height ?? 0 })),
  );
  return turned.map(({ page, rotated }, index) => {
    const all = lined[index] ?? [];
    const { tables, lines } = takeAlignedTables(all.filter((line) => !furniture.has(line)));
    const asides = all.flatMap((line): LayoutBlock[] => {
      const why = furniture.get(line);
      return why ? [{ type: 'aside', text: line.text, why }] : [];
    });
    const across = rotated
      .map(({ text }) => text)
      .join('')
      .trim();
    if (across !== '')
      asides.push({ type: 'aside', text: across.replaceAll(/\s+/g, ' '), why: 'rotated-text' });
    const insets = [
      ...[...tables, ...(ruled[index]?.tables ?? [])].map((table): PlacedBlock => {
        const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
        return { top: table.top, left, right, block: { type: 'table', table } };
      }),
      ...page.figures.map((figure): PlacedBlock => {
        const right = figure.x + figure.width;
        return { top: figure.y, left: figure.x, right, block: { type: 'figure', figure } };
      }),
    ];
    return { lines, insets, asides };
  });
}

/** Whether a block is above or below a line, not beside it in another column. */
function reaches(inset: PlacedBlock, line: TextLine): boolean {
  return inset.left < line.right && line.x < inset.right;
}
