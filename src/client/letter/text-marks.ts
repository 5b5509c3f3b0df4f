import { findMatches } from '../../search/query/matches.ts';
import type { Unit } from '../../search/text/fold.ts';

/**
 * Marks phrases in a block of the page, across links and emphasis.
 *
 * @returns The marks of each match, in order; a match across several text nodes has several.
 */
export function markMatches(block: Element, phrases: readonly Unit[][]): HTMLElement[][] {
  const nodes = textNodes(block);
  const spans = findMatches(nodes.map(({ data }) => data).join(''), phrases);
  const marks = spans.map((): HTMLElement[] => []);
  let end = 0;
  for (const node of nodes) {
    const start = end;
    end += node.data.length;
    let rest = node;
    let cut = start;
    for (const [index, { from, to }] of spans.entries()) {
      if (from >= end || to <= start) continue;
      const marked = rest.splitText(Math.max(from, start) - cut);
      cut = Math.min(to, end);
      rest = marked.splitText(cut - Math.max(from, start));
      const mark = document.createElement('mark');
      marked.replaceWith(mark);
      mark.append(marked);
      marks[index]?.push(mark);
    }
  }
  return marks;
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}
