import type { TextLine } from './text-line.ts';
import type { Figure, DrawnPage } from './drawn-page.ts';
import { toLayoutParagraphs, type LayoutParagraph } from './paragraph.ts';
import { marginsOf, marginsOfPages, type Margins } from './margins.ts';
import { findPageFurniture } from './page-furniture.ts';
import { takeAlignedTables } from './aligned-table.ts';
import { toColumns } from './columns.ts';
import { toTextLines } from './text-line.ts';
import { continues, takeRuledTables, type PageTable } from './ruled-table.ts';
import { turnUpright } from './page-rotation.ts';

/** A part of a document, in order of reading. */
export type LayoutBlock =
  | { type: 'paragraph'; paragraph: LayoutParagraph }
  | { type: 'table'; table: PageTable }
  | { type: 'figure'; figure: Figure }
  /** Text that is none of the letter's, and why. */
  | { type: 'aside'; text: string; why: string };

/**
 * Reads drawn pages as a person does: tables taken out, page numbers and running heads set aside,
 * columns in order, lines joined to paragraphs across columns and pages.
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

/** A page with its tables and furniture taken out of its lines. */
interface PageParts {
  lines: TextLine[];
  insets: PlacedBlock[];
  asides: LayoutBlock[];
}

/** What stands between the lines at its place on the page. */
interface PlacedBlock {
  top: number;
  left: number;
  right: number;
  block: LayoutBlock;
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

/** Whether an inset stands above or below a line, not beside it in another column. */
function reaches(inset: PlacedBlock, line: TextLine): boolean {
  return inset.left < line.right && line.x < inset.right;
}

/** Collects lines until a table ends them; then they become paragraphs, with what stands between them. */
class BlockBuilder {
  readonly #blocks: LayoutBlock[] = [];
  #lines: TextLine[] = [];
  #asides: { after: number; block: LayoutBlock }[] = [];
  readonly #frames = new Map<TextLine, Margins>();

  line(line: TextLine, frame: Margins): void {
    this.#lines.push(line);
    this.#frames.set(line, frame);
  }

  aside(block: LayoutBlock): void {
    this.#asides.push({ after: this.#lines.length, block });
  }

  inset(inset: PlacedBlock | undefined): void {
    if (inset?.block.type === 'table') this.#table(inset.block.table);
    else if (inset) this.aside(inset.block);
  }

  finish(): LayoutBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #table(table: PageTable): void {
    const onlyFurniture = this.#lines.length === 0;
    this.#flush();
    const last = this.#blocks.findLast((block) => block.type !== 'aside');
    if (onlyFurniture && last?.type === 'table' && continues(last.table, table)) {
      last.table.rows.push(...table.rows);
      last.table.page = table.page;
    } else this.#blocks.push({ type: 'table', table });
  }

  /** What stands beside a paragraph, such as the page number in the middle of it, comes after it. */
  #flush(): void {
    let consumed = 0;
    const frameAt = (line: TextLine) => this.#frames.get(line) ?? marginsOf([line]);
    for (const paragraph of toLayoutParagraphs(this.#lines, frameAt)) {
      this.#release(consumed);
      this.#blocks.push({ type: 'paragraph', paragraph });
      consumed += paragraph.lines.length;
    }
    this.#release(Infinity);
    this.#lines = [];
  }

  #release(consumed: number): void {
    const ready = this.#asides.filter(({ after }) => after <= consumed);
    this.#asides = this.#asides.slice(ready.length);
    this.#blocks.push(...ready.map(({ block }) => block));
  }
}
