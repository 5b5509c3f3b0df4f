import type { Unit } from '../search/fold.ts';
import { findMatches } from '../search/matches.ts';

/**
 * Marks where phrases stand in a block of the page, across links and emphasis.
 *
 * @returns The marks, in order; a match that runs over several text nodes has several.
 */
export function markMatches(block: Element, phrases: readonly Unit[][]): HTMLElement[] {
  const nodes = textNodes(block);
  const text = nodes.map(({ data }) => data).join('');
  const spans = findMatches(text, phrases);
  const marks: HTMLElement[] = [];
  let end = 0;
  for (const node of nodes) {
    const start = end;
    end += node.data.length;
    const inside = spans
      .filter(({ from, to }) => from < end && to > start)
      .map(({ from, to }) => ({ from: Math.max(from, start) - start, to: Math.min(to, end) - start }));
    let rest = node;
    let cut = 0;
    for (const { from, to } of inside) {
      const marked = rest.splitText(from - cut);
      rest = marked.splitText(to - from);
      cut = to;
      const mark = document.createElement('mark');
      marked.replaceWith(mark);
      mark.append(marked);
      marks.push(mark);
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
