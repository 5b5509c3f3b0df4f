import { opensLetter } from '../opens-letter.ts';
import { attribute, elementsOf, type Document, type Element } from './document.ts';
import { textIn } from './formatted-text.ts';
import { isHidden } from './visibility.ts';

/**
 * Makes the letter of a page visible that hides it: an article that a script shows once it is loaded (WeChat's
 * `#js_content`), a tab that is not chosen, a form field. Nothing is changed where visible text opens a letter.
 *
 * @returns What the editor is told; undefined where nothing was found, or where such pages always hide it.
 */
export function revealLetter(document: Document): string | undefined {
  const concealed: Element[] = [];
  for (const element of elementsOf(document)) {
    const hides = isHidden(element) && (canBeShown(element) || element.tagName === 'textarea');
    if (hides && opensLetter(textIn(element))) concealed.push(element);
  }
  const [element] = concealed;
  if (!element || visibleOpening(document)) return undefined;
  for (const one of concealed) {
    one.attrs = one.attrs.filter(({ name }) => name !== 'style' && name !== 'hidden');
    // A preformatted block keeps the lines of a field.
    if (one.tagName === 'textarea') one.tagName = 'pre';
  }
  if (attribute(element, 'id') === 'js_content') return undefined;
  return element.tagName === 'pre'
    ? '正文写在网页的文本框里，已从中读出。请核对。'
    : '正文在网页里是隐藏的（例如未选中的标签页），已读出。请核对。';
}

/** Whether only its own attributes hide an element. */
function canBeShown(element: Element): boolean {
  return !isHidden({ ...element, attrs: [] });
}

function visibleOpening(document: Document): boolean {
  const visible = (element: Element): string =>
    isHidden(element)
      ? ''
      : element.childNodes
          .map((node) => ('value' in node ? node.value : 'tagName' in node ? `\n${visible(node)}\n` : ''))
          .join('');
  return document.childNodes.some((node) => 'tagName' in node && opensLetter(visible(node)));
}
