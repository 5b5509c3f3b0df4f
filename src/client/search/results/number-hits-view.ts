import type { DirectHit } from '../../../search/engine/search-answer.ts';
import { formatCount, element, requireElement, formatDay } from '../../elements.ts';
import type { SearchState } from '../search-state.ts';
import { letterAddress } from './letter-address.ts';

/** Shows the letters that have the typed number above the results. */
export function showNumberHits(
  card: HTMLElement,
  { direct, directTotal }: { direct: readonly DirectHit[]; directTotal: number },
  state: SearchState,
  root: URL,
): void {
  card.hidden = direct.length === 0;
  requireElement(card, '[data-direct-list]', HTMLElement).replaceChildren(
    ...direct.map(({ id, title, issuer, date, label, number }) => {
      const facts = [`${label}：${number}`, issuer, formatDay(date)].filter((fact) => fact !== '');
      return element(
        'li',
        { 'data-direct-id': id },
        element('a', { href: letterAddress(root, id, state) }, title),
        element('p', { class: 'search-result-facts' }, ...facts.map((fact) => element('span', {}, fact))),
      );
    }),
  );
  const rest = requireElement(card, '[data-direct-more]', HTMLElement);
  rest.hidden = directTotal <= direct.length;
  rest.textContent = `编号相符的共 ${formatCount(directTotal)} 件，这里列出最新的 ${formatCount(direct.length)} 件。`;
}
