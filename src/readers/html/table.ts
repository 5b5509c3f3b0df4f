import type { Block, Cell, Table } from '../block.ts';
import { attribute, isElement, type Element } from './document.ts';
import { isHidden } from './visibility.ts';

/** The HTML standard's bounds on spans. */
const widest = 1000;
const highest = 65_534;

/** How the parts of a table are read. */
export interface TablePartReader {
  /** Reads the content of a cell or caption. */
  read: (part: Element) => Block[];
  /** What is said of a part that is hidden. */
  unseen: (part: Element) => Block[];
}

/**
 * Reads a table's rows in the order shown (header rows first, footer rows last), and its captions as the
 * blocks before it, with what is said of its hidden parts.
 */
export function readTable(
  element: Element,
  { read, unseen }: TablePartReader,
): { captions: Block[]; table: Table } {
  const parts: Record<'head' | 'body' | 'foot', Cell[][]> = { head: [], body: [], foot: [] };
  const captions: Block[] = [];
  const visit = (parent: Element, part: keyof typeof parts): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (isHidden(child)) captions.push(...unseen(child));
      else if (child.tagName === 'caption') captions.push(...read(child));
      else if (child.tagName === 'thead') visit(child, parts.head.length === 0 ? 'head' : 'body');
      else if (child.tagName === 'tbody') visit(child, 'body');
      else if (child.tagName === 'tfoot') visit(child, 'foot');
      else if (child.tagName === 'tr') {
        for (const cell of child.childNodes)
          if (isElement(cell) && isHidden(cell)) captions.push(...unseen(cell));
        parts[part].push(readRow(child, part === 'head', read));
      }
    }
  };
  visit(element, 'body');
  return { captions, table: { type: 'table', rows: [...parts.head, ...parts.body, ...parts.foot] } };
}

function readRow(row: Element, head: boolean, read: TablePartReader['read']): Cell[] {
  return row.childNodes.flatMap((child) =>
    isElement(child) && (child.tagName === 'td' || child.tagName === 'th') && !isHidden(child)
      ? [
          {
            blocks: read(child),
            colspan: span(child, 'colspan', widest),
            rowspan: span(child, 'rowspan', highest),
            header: head || child.tagName === 'th',
          },
        ]
      : [],
  );
}

function span(cell: Element, name: string, most: number): number {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(count) || count < 1 ? 1 : Math.min(count, most);
}
