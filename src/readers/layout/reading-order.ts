import type { Line } from './text-line.ts';
import type { Figure, Page } from './drawn-page.ts';
import { paragraphsOf, type Paragraph } from './paragraph.ts';
import { frameOf, framesOf, type Frame } from './margins.ts';
import { furnitureOf } from './page-furniture.ts';
import { takeAlignedTables } from './aligned-table.ts';
import { toColumns } from './columns.ts';
import { toLines } from './text-line.ts';
import { continues, takeRuledTables, type Table } from './ruled-table.ts';
import { upright } from './page-rotation.ts';

/** A part of a document, in order of reading. */
export type Block =
  | { type: 'paragraph'; paragraph: Paragraph }
  | { type: 'table'; table: Table }
  | { type: 'figure'; figure: Figure }
  /** Text that is none of the letter's, and why. */
  | { type: 'aside'; text: string; why: string };

/**
 * Reads drawn pages as a person does: tables taken out, page numbers and running heads set aside,
 * columns in order, lines joined to paragraphs across columns and pages.
 */
export function toBlocks(pages: readonly Page[]): Block[] {
  const sheets = toSheets(pages);
  const frames = framesOf(sheets.map(({ lines }) => lines));
  const flow = new Flow();
  for (const [index, sheet] of sheets.entries()) {
    const columns = toColumns(sheet.lines);
    const insets = [...sheet.insets].sort((a, b) => a.top - b.top);
    for (const column of columns) {
      const frame = columns.length > 1 ? frameOf(column) : (frames[index] ?? frameOf(column));
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
interface Sheet {
  lines: Line[];
  insets: Inset[];
  asides: Block[];
}

/** What stands between the lines at its place on the page. */
interface Inset {
  top: number;
  left: number;
  right: number;
  block: Block;
}

function toSheets(pages: readonly Page[]): Sheet[] {
  const turned = pages.map(upright);
  const ruled = turned.map(({ page }, index) => takeRuledTables(page, index));
  const lined = ruled.map(({ glyphs }, index) => toLines(glyphs, index));
  const furniture = furnitureOf(
    lined.map((lines, index) => ({ lines, height: turned[index]?.page.height ?? 0 })),
  );
  return turned.map(({ page, askew }, index) => {
    const all = lined[index] ?? [];
    const { tables, lines } = takeAlignedTables(all.filter((line) => !furniture.has(line)));
    const asides = all.flatMap((line): Block[] => {
      const why = furniture.get(line);
      return why ? [{ type: 'aside', text: line.text, why }] : [];
    });
    const across = askew
      .map(({ text }) => text)
      .join('')
      .trim();
    if (across !== '')
      asides.push({ type: 'aside', text: across.replaceAll(/\s+/g, ' '), why: 'rotated-text' });
    const insets = [
      ...[...tables, ...(ruled[index]?.tables ?? [])].map((table): Inset => {
        const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
        return { top: table.top, left, right, block: { type: 'table', table } };
      }),
      ...page.figures.map((figure): Inset => {
        const right = figure.x + figure.width;
        return { top: figure.y, left: figure.x, right, block: { type: 'figure', figure } };
      }),
    ];
    return { lines, insets, asides };
  });
}

/** Whether an inset stands above or below a line, not beside it in another column. */
function reaches(inset: Inset, line: Line): boolean {
  return inset.left < line.right && line.x < inset.right;
}

/** Collects lines until a table ends them; then they become paragraphs, with what stands between them. */
class Flow {
  readonly #blocks: Block[] = [];
  #lines: Line[] = [];
  #asides: { after: number; block: Block }[] = [];
  readonly #frames = new Map<Line, Frame>();

  line(line: Line, frame: Frame): void {
    this.#lines.push(line);
    this.#frames.set(line, frame);
  }

  aside(block: Block): void {
    this.#asides.push({ after: this.#lines.length, block });
  }

  inset(inset: Inset | undefined): void {
    if (inset?.block.type === 'table') this.#table(inset.block.table);
    else if (inset) this.aside(inset.block);
  }

  finish(): Block[] {
    this.#flush();
    return this.#blocks;
  }

  #table(table: Table): void {
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
    const frameAt = (line: Line) => this.#frames.get(line) ?? frameOf([line]);
    for (const paragraph of paragraphsOf(this.#lines, frameAt)) {
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
