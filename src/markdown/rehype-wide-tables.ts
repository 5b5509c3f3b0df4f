import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts each table into a frame of its own that scrolls sideways, by touch and by keyboard, so that a
 * wide one does not widen the page of a telephone.
 */
export function rehypeWideTables(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      const siblings: (ElementContent | Root['children'][number])[] = parent.children;
      siblings[index] = frame(node);
      return SKIP;
    });
  };
}

function frame(table: Element): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['wide-table'], role: 'group', ariaLabel: '表格', tabIndex: 0 },
    children: [table],
  };
}
