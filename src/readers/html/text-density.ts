import { deepestNesting, isElement, tooDeep, type Element, type Node, type ParentNode } from './document.ts';
import { isHidden } from './visibility.ts';

/** How much running text a node of a page holds. */
export type TextWeight = (node: Node | ParentNode) => number;

/**
 * Weighs the running text of a page: the characters of visible text nodes with a sentence mark, outside
 * links. Navigation, lists of titles and bylines weigh nothing.
 */
export function weighText(root: ParentNode): TextWeight {
  const weights = new Map<Node | ParentNode, number>();
  const weigh = (node: Node | ParentNode, depth: number): number => {
    if (depth > 2 * deepestNesting) throw tooDeep();
    if (!('childNodes' in node)) return 'value' in node ? weightOfText(node.value) : 0;
    if (isElement(node) && (node.tagName === 'a' || isHidden(node))) return 0;
    let sum = 0;
    for (const child of node.childNodes) sum += weigh(child, depth + 1);
    weights.set(node, sum);
    return sum;
  };
  weigh(root, 0);
  return (node) => ('value' in node ? weightOfText(node.value) : (weights.get(node) ?? 0));
}

/**
 * Finds the deepest element that still holds nearly all running text; undefined when there is none. Only
 * elements with several lines count, so that a letter of one long paragraph keeps the lines around it.
 *
 * A readability library rebuilds the article instead, and drops short lines (signature, date) and tables on
 * the way; on 60 saved Chinese news pages this lost less, in half the time.
 */
export function densestElement(root: ParentNode, weightOf: TextWeight): Element | undefined {
  const wanted = weightOf(root) * 0.8;
  if (wanted === 0) return undefined;
  let densest: Element | undefined;
  for (let node: Node | ParentNode | undefined = root; node && 'childNodes' in node;) {
    if (isElement(node)) densest = node;
    node = node.childNodes.find(
      (child) => isElement(child) && weightOf(child) >= wanted && linesIn(child) > 1,
    );
  }
  return densest;
}

const lineMakers = new Set('p div br li tr h1 h2 h3 h4 h5 h6 dd dt blockquote section article'.split(' '));

function linesIn(element: Element): number {
  let lines = 0;
  const visit = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (lines > 1) return;
      if (!isElement(child)) continue;
      if (lineMakers.has(child.tagName)) lines += 1;
      visit(child);
    }
  };
  visit(element);
  return lines;
}

function weightOfText(text: string): number {
  return /[，。；！？]/u.test(text) ? text.replace(/\s+/g, '').length : 0;
}
