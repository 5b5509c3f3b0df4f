import type { DirectHit } from '../../../search/engine/search-answer.ts';
import { counted, element, part, readableDay } from '../../elements.ts';
import type { SearchState } from '../search-state.ts';
import { letterAddress } from './letter-address.ts';

/** Shows, above the results, the letters whose own number was typed. */
export function showDirect(
  card: HTMLElement,
  { direct, directTotal }: { direct: readonly DirectHit[]; directTotal: number },
  state: SearchState,
  root: URL,
): void {
  card.hidden = direct.length === 0;
  part(card, '[data-direct-list]', HTMLElement).replaceChildren(
    ...direct.map(({ id, title, issuer, date, label, number }) => {
      const facts = [`${label}：${number}`, issuer, readableDay(date)].filter((fact) => fact !== '');
      return element(
        'li',
        { 'data-direct-id': id },
        element('a', { href: letterAddress(root, id, state) }, title),
        element('p', { class: 'search-result-facts' }, ...facts.map((fact) => element('span', {}, fact))),
      );
    }),
  );
  const rest = part(card, '[data-direct-more]', HTMLElement);
  rest.hidden = directTotal <= direct.length;
  rest.textContent = `编号相符的共 ${counted(directTotal)} 件，这里列出最新的 ${counted(direct.length)} 件。`;
}
