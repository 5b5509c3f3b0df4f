import type { LayoutBlock } from './layout-block.ts';
import { marginsOf, type Margins } from './margins.ts';
import { continues, type PageTable } from './page-table.ts';
import { toLayoutParagraphs } from './paragraph.ts';
import type { TextLine } from './text-line.ts';

/** A block between the lines, by its place on the page. */
export interface PlacedBlock {
  top: number;
  left: number;
  right: number;
  block: LayoutBlock;
}

/**
 * Builds blocks from lines in reading order. A table ends the lines before it; these become paragraphs, with
 * the other blocks between them.
 */
export class BlockBuilder {
  readonly #blocks: LayoutBlock[] = [];
  #lines: TextLine[] = [];
  #pending: { after: number; block: LayoutBlock }[] = [];
  readonly #margins = new Map<TextLine, Margins>();

  addLine(line: TextLine, margins: Margins): void {
    this.#lines.push(line);
    this.#margins.set(line, margins);
  }

  /** Adds a block that does not end the paragraph around it. */
  addInline(block: LayoutBlock): void {
    this.#pending.push({ after: this.#lines.length, block });
  }

  addPlaced({ block }: PlacedBlock): void {
    if (block.type === 'table') this.#addTable(block.table);
    else this.addInline(block);
  }

  finish(): LayoutBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #addTable(table: PageTable): void {
    const noText = this.#lines.length === 0;
    this.#flush();
    const last = this.#blocks.findLast((block) => block.type !== 'dropped');
    if (noText && last?.type === 'table' && continues(last.table, table)) {
      last.table.breaks.push({ page: table.page, row: last.table.rows.length });
      last.table.rows.push(...table.rows);
      last.table.page = table.page;
    } else this.#blocks.push({ type: 'table', table });
  }

  /** A block inside a paragraph, such as a page number in the middle of it, comes after the paragraph. */
  #flush(): void {
    let consumed = 0;
    const marginsAt = (line: TextLine) => this.#margins.get(line) ?? marginsOf([line]);
    for (const paragraph of toLayoutParagraphs(this.#lines, marginsAt)) {
      this.#release(consumed);
      this.#blocks.push({ type: 'paragraph', paragraph });
      consumed += paragraph.lines.length;
    }
    this.#release(Infinity);
    this.#lines = [];
  }

  #release(consumed: number): void {
    const ready = this.#pending.filter(({ after }) => after <= consumed);
    this.#pending = this.#pending.slice(ready.length);
    this.#blocks.push(...ready.map(({ block }) => block));
  }
}
