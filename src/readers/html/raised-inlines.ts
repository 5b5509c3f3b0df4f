import type { Inline } from '../block.ts';
import { scriptInlines, type Script } from '../raised-text.ts';
import { elementsOf, isElement, type Element } from './document.ts';
import { formattingOf, textIn } from './formatted-text.ts';
import { unseenInlines } from './unseen-content.ts';
import { isHidden } from './visibility.ts';

/** The text of an element that is raised or lowered; what is struck out or hidden in it is reported. */
export function raisedInlines(element: Element, script: Script): Inline[] {
  const isPlain = [...elementsOf(element)].every((one) => !isHidden(one) && formattingOf(one) !== 'struck');
  if (isPlain) return scriptInlines(textIn(element).replace(/\s+/gu, ' '), script);
  return element.childNodes.flatMap((child): Inline[] => {
    if ('value' in child) return child.value === '' ? [] : scriptInlines(child.value, script);
    if (!isElement(child)) return [];
    if (isHidden(child)) return unseenInlines(child);
    return formattingOf(child) === 'struck'
      ? [{ type: 'struck', text: textIn(child) }]
      : raisedInlines(child, script);
  });
}
