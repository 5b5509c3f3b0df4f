import type { Block, Cell, Table } from '../block.ts';
import { hiddenText } from '../word/story.ts';
import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { numberAt, switchAt } from './property.ts';
import { reportChanges } from './run.ts';
import { warnOnce, type StoryContext } from './story-context.ts';

/** Larger spans come from damaged files. */
const widest = 1000;

/** Reads a table with its merged cells: `gridSpan`, `vMerge` and the older `hMerge`. */
export function readTable(element: XmlElement, outer: StoryContext): Table {
  const shaded = outer.shaded || childAt(element, 'w:tblPr', 'w:tblStyle') !== undefined;
  const story = { ...outer, shaded };
  /** The cells that a vertical merge may extend, by grid column. */
  const open = new Map<number, Cell>();
  const rows = unwrapped(element, 'w:tr').flatMap((row): Cell[][] => {
    const properties = childAt(row, 'w:trPr');
    if (childAt(properties, 'w:del')) {
      // For the next paragraph, here or below the table.
      story.carried.push(...reportChanges(story));
      return [];
    }
    if (childAt(properties, 'w:ins')) story.carried.push(...reportChanges(story));
    if (switchAt(properties, 'w:hidden')) {
      story.carried.push(...warnOnce(story, 'hidden-text', hiddenText));
      return [];
    }
    const header = switchAt(properties, 'w:tblHeader') ?? false;
    const cells: Cell[] = [];
    let column = 0;
    const before = Math.min(numberAt(properties, 'w:gridBefore') ?? 0, widest);
    if (before > 0) {
      cells.push({ blocks: [], colspan: before, rowspan: 1, header: false });
      column += before;
    }
    for (const part of unwrapped(row, 'w:tc')) column += readCell(part, column, header, cells, open, story);
    return [cells];
  });
  return { type: 'table', rows };
}

/** Adds a cell, or extends the one that it continues; returns the columns that it takes. */
function readCell(
  element: XmlElement,
  column: number,
  header: boolean,
  cells: Cell[],
  open: Map<number, Cell>,
  story: StoryContext,
): number {
  const properties = childAt(element, 'w:tcPr');
  const colspan = Math.max(1, Math.min(numberAt(properties, 'w:gridSpan') ?? 1, widest));
  const isDeleted = childAt(properties, 'w:cellDel') !== undefined;
  const shaded = story.shaded || childAt(properties, 'w:shd') !== undefined;
  const blocks: Block[] = isDeleted
    ? [{ type: 'paragraph', inlines: reportChanges(story) }]
    : story.readBlocks(element, { ...story, shaded });
  const down = mergeOf(properties, 'w:vMerge');
  const above = open.get(column);
  const left = cells.at(-1);
  if (down === 'continue' && above) {
    above.rowspan += 1;
    above.blocks.push(...blocks);
  } else if (mergeOf(properties, 'w:hMerge') === 'continue' && left) {
    left.colspan += colspan;
    left.blocks.push(...blocks);
  } else {
    const cell: Cell = { blocks, colspan, rowspan: 1, header };
    cells.push(cell);
    if (down === 'restart') open.set(column, cell);
    else open.delete(column);
  }
  return colspan;
}

function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = childAt(properties, name);
  if (!merge) return undefined;
  return merge.attributes.get('w:val') === 'restart' ? 'restart' : 'continue';
}

/** Rows or cells, including those in content controls and custom XML. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const wraps = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(child.name);
    return wraps ? unwrapped(child, name) : [];
  });
}
