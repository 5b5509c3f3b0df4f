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

  /** A block inside a paragraph, such as a page number in the middle of it, comes after the paragraph. */
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
