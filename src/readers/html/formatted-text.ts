import type { Script } from '../raised-text.ts';
import { declarationsOf } from './declarations.ts';
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

/** The formatting that an element gives its text by its tag or style. */
export function formattingOf(element: Element): Formatting | undefined {
  const tagged = byTag.get(element.tagName);
  if (tagged) return tagged;
  const style = element.attrs.length === 0 ? undefined : attribute(element, 'style');
  if (style === undefined || !/line-through|vertical-align|relative/i.test(style)) return undefined;
  const own = declarationsOf(style);
  const lines = `${own.get('text-decoration') ?? ''} ${own.get('text-decoration-line') ?? ''}`;
  if (lines.includes('line-through')) return 'struck';
  const align = own.get('vertical-align') ?? '';
  if (align === 'super' || align === 'sub') return align;
  const raised = align === 'text-top' ? 1 : distanceOf(align) || -relativeTop(own);
  if (raised === 0 || !digits.test(textIn(element).trim())) return undefined;
  return raised > 0 ? 'super' : 'sub';
}

/** What is set off its line by a distance: words are moved so only to adjust them. */
const digits = /^[0-9+\-−=()a-z]{1,6}$/i;

function relativeTop(style: ReadonlyMap<string, string>): number {
  return style.get('position') === 'relative' ? distanceOf(style.get('top') ?? '') : 0;
}

/** How far a length moves text, by its sign; 0 for what only adjusts it. */
function distanceOf(length: string): number {
  const [, number = '0', unit = ''] = /^(-?[\d.]+)(px|pt|em|ex|rem|%)$/.exec(length) ?? [];
  const least = unit === '%' ? 15 : unit.endsWith('m') || unit === 'ex' ? 0.15 : 2;
  return Math.abs(Number(number)) < least ? 0 : Math.sign(Number(number));
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
