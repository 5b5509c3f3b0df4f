import type { ExcerptSegment } from '../../../search/engine/excerpt.ts';
import type { Caption, LetterExcerpt } from '../../../search/engine/search-answer.ts';
import { element, requireElement } from '../../elements.ts';
import { showFacts, showName } from '../letter-name-view.ts';
import { shortenLead } from './excerpt-lead.ts';
import { isNarrow } from './visible-results.ts';

/**
 * Fills the list item of a found letter, but for its excerpt.
 *
 * @param item A copy of the page's template.
 * @param link Address of the letter.
 */
export function resultItem(item: HTMLElement, letter: Caption, link: string): HTMLElement {
  item.dataset.id = letter.id;
  const title = requireElement(item, '[data-title]', HTMLAnchorElement);
  title.href = link;
  showName(title, letter);
  showFacts(requireElement(item, '[data-facts]', HTMLElement), letter);
  return item;
}

/**
 * Puts the excerpt with its marks into a letter's list item.
 *
 * @param link Gives the address of an anchor in the letter.
 */
export function fillExcerpt(
  item: HTMLElement,
  result: LetterExcerpt,
  link: (anchor: string) => string,
): void {
  requireElement(item, '[data-title]', HTMLAnchorElement).replaceChildren(...marked(result.name));
  requireElement(item, '[data-excerpt]', HTMLElement).replaceChildren(
    ...(result.label === undefined ? [] : [`${result.label}：`]),
    ...marked(isNarrow(window) ? shortenLead(result.segments) : result.segments),
  );
  if (result.heading) {
    const href = link(result.anchor ?? result.heading.id);
    requireElement(item, '[data-place]', HTMLElement).replaceChildren(
      element('a', { href }, result.heading.text),
    );
  }
  item.dataset.shown = '';
}

function marked(pieces: readonly ExcerptSegment[]): (Node | string)[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
}
