import type { Nodes } from 'hast';

const names = new Set([
  ...['blockquote', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'hr', 'li', 'ol'],
  ...['p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** Whether a node is flow content rather than phrasing content. */
export function isContainer(node: Nodes): boolean {
  return node.type === 'element' && (names.has(node.tagName) || node.children.some(isContainer));
}
