import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { createAnchorNumbering } from './anchor-numbering.ts';
import type { Block } from './block.ts';
import { isContainer } from './container.ts';

/** A block with the element that bears its anchor. */
export interface AnchoredElement {
  element: Element;
  block: Block;
}

/**
 * Walks a letter's HTML tree and gives its blocks in order of reading, each with the element whose
 * `id` is the block's anchor. The page's anchors and the search's deep links both come from here.
 */
export function anchoredElements(tree: Root): AnchoredElement[] {
  const numbering = createAnchorNumbering();
  const found: AnchoredElement[] = [];
  const add = (element: Element, block: Block) => {
    found.push({ element, block });
  };

  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type !== 'element' || !isContainer(node)) continue;
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (node.tagName === 'table') visitTable(node);
      else if (level !== undefined) {
        const depth = Number(level);
        add(node, { kind: 'heading', depth, id: numbering.heading(depth), text: readText(node.children) });
      } else {
        const text = ownText(node);
        if (text !== '') add(node, { kind: 'paragraph', id: numbering.paragraph(), text });
        visit(node.children);
      }
    }
  };

  const visitTable = (table: Element) => {
    visit(table.children.filter((child) => child.type === 'element' && child.tagName === 'caption'));
    numbering.table();
    for (const [index, row] of rowsOf(table).entries()) {
      const id = numbering.row();
      const first = index === 0 ? 'table' : 'row';
      const cells = row.children.filter((cell) => cell.type === 'element');
      // A row without cells is kept as one empty block: it has its number.
      const texts = cells.length === 0 ? [''] : cells.map((cell) => readText([cell]));
      for (const [at, text] of texts.entries()) add(row, { kind: at === 0 ? first : 'cell', id, text });
    }
  };

  visit(tree.children);
  return found;
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((part) => {
    if (part.type !== 'element') return [];
    const rows = part.tagName === 'tr' ? [part] : part.children;
    return rows.filter((row) => row.type === 'element').filter(({ tagName }) => tagName === 'tr');
  });
}

/** The text of nodes on one line. Blocks among them (paragraphs in a cell) are kept apart by a ¶. */
function readText(nodes: readonly ElementContent[]): string {
  return collectText(nodes)
    .split('\u2029')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ¶ ');
}

/** The element's own text, without that of the blocks in it. */
function ownText(element: Element): string {
  const gap: ElementContent = { type: 'text', value: '\u2029' };
  return readText(element.children.map((child) => (isContainer(child) ? gap : child)));
}

function collectText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type !== 'element') return toString(node);
      if (node.tagName === 'br') return '\n';
      // The marks of footnotes are the page's, not the letter's.
      if ('dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties) return '';
      const text = collectText(node.children);
      return isContainer(node) ? `\u2029${text}\u2029` : text;
    })
    .join('');
}
