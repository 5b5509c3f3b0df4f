import type { ExcerptSegment } from '../../../search/engine/excerpt.ts';
import type { Caption, LetterExcerpt } from '../../../search/engine/search-answer.ts';
import { element, requireElement, formatDay } from '../../elements.ts';
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
  title.textContent = letter.title;
  const facts = [letter.documentNumber ?? '', letter.issuer, formatDay(letter.date)];
  requireElement(item, '[data-facts]', HTMLElement).replaceChildren(
    ...facts.filter((fact) => fact !== '').map((fact) => element('span', {}, fact)),
  );
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
  requireElement(item, '[data-title]', HTMLAnchorElement).replaceChildren(...marked(result.title));
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
