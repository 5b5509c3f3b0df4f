import type { Script } from '../raised-text.ts';
import { attribute, isElement, type Element, type Node } from './document.ts';

/** Formatting that changes what a text says. */
export type Formatting = 'struck' | Script;

const byTag: ReadonlyMap<string, Formatting> = new Map([
  ['del', 'struck'],
  ['s', 'struck'],
  ['strike', 'struck'],
  ['sup', 'super'],
  ['sub', 'sub'],
]);

/** The formatting that an element gives its text by its tag or its own style. Style sheets are not evaluated. */
export function formattingOf(element: Element): Formatting | undefined {
  const tagged = byTag.get(element.tagName);
  if (tagged) return tagged;
  const style = element.attrs.length === 0 ? undefined : attribute(element, 'style');
  if (style === undefined) return undefined;
  if (/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)) return 'struck';
  const raised = /(?:^|;)\s*vertical-align\s*:\s*(super|sub)\s*(?:;|$|!)/i.exec(style)?.[1];
  return raised === undefined ? undefined : raised.toLowerCase() === 'super' ? 'super' : 'sub';
}

/** All text in an element, hidden or not, except that of scripts and styles. */
export function textIn(element: Element): string {
  const texts: string[] = [];
  const stack: Node[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) texts.push(node.value);
    else if (isElement(node) && !silent.has(node.tagName)) {
      if (lineEnds.has(node.tagName)) texts.push('\n');
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child) stack.push(child);
      }
    }
  }
  return texts.join('');
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'title']);
const lineEnds = new Set(['p', 'div', 'br', 'li', 'tr', 'section', 'h1', 'h2', 'h3', 'h4']);
