import { findMatches } from '../../search/query/matches.ts';
import type { Unit } from '../../search/text/fold.ts';
import { listNameFacts } from '../../data/letter/letter-name.ts';
import { element } from '../elements.ts';
import type { FoundPage } from './quick-find-index.ts';

/**
 * The option of a page: topic or title, then agency, date and number; where they do not have all of what was typed,
 * the text that has the rest.
 *
 * @param phrases What was typed, to be marked.
 */
export function pageOption(page: FoundPage, phrases: readonly Unit[][], root: URL): HTMLElement {
  const { title, topic = title, type, issuer = '', ...named } = page.meta;
  const facts = type === '本站页面' ? [type] : listNameFacts({ issuer, ...named });
  const option = optionLink(new URL(page.address, root), [
    element(
      'span',
      { class: 'suggestion-title', ...(page.meta.topic !== undefined && { 'data-topic': '' }) },
      ...marked(topic, phrases),
    ),
    element(
      'span',
      { class: 'suggestion-facts' },
      ...facts.map((fact) => element('span', {}, ...marked(fact, phrases))),
    ),
  ]);
  const displayed = [topic, ...facts];
  if (!phrases.every((phrase) => displayed.some((text) => findMatches(text, [phrase]).length > 0)))
    option.append(element('span', { class: 'suggestion-excerpt' }, ...marked(page.excerpt.trim(), phrases)));
  return option;
}

/** The option that hands the text to the exact search. */
export function handOver(text: string, search: URL): HTMLElement {
  const option = optionLink(search, [element('span', {}, `全文精确检索“${text}”`)]);
  option.classList.add('suggestion-exact');
  return option;
}

/** A link, so that it opens in a new tab as others do; the keyboard reaches it through the box. */
function optionLink({ href }: URL, contents: HTMLElement[]): HTMLElement {
  return element('a', { class: 'suggestion', href, tabindex: '-1' }, ...contents);
}

/** A text with its matches in `<mark>`. */
function marked(text: string, phrases: readonly Unit[][]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { from, to } of findMatches(text, phrases)) {
    parts.push(text.slice(end, from), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)];
}
