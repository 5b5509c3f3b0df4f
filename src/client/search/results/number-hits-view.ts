import type { DirectHit } from '../../../search/engine/search-answer.ts';
import { formatCount, element, requireElement } from '../../elements.ts';
import { showFacts, showName } from '../letter-name-view.ts';
import type { SearchState } from '../search-state.ts';
import { letterAddress } from './letter-address.ts';

/**
 * Shows the letters that have the typed number: each once, marked among the results, or above them where the page's
 * results do not have it.
 *
 * @param items The results of the page.
 */
export function showNumberHits(
  card: HTMLElement,
  items: readonly HTMLElement[],
  { direct, directTotal }: { direct: readonly DirectHit[]; directTotal: number },
  state: SearchState,
  root: URL,
): void {
  const listed = markNumberHits(items, direct);
  const others = state.page > 1 ? [] : direct.filter(({ id }) => !listed.has(id));
  card.hidden = others.length === 0;
  requireElement(card, '[data-direct-list]', HTMLElement).replaceChildren(
    ...others.map(({ id, label, number, ...name }) =>
      element(
        'li',
        { 'data-direct-id': id },
        showName(element('a', { href: letterAddress(root, id, state) }), name),
        showFacts(element('p', { class: 'search-result-facts' }), { ...name, number: `${label}：${number}` }),
      ),
    ),
  );
  const rest = requireElement(card, '[data-direct-more]', HTMLElement);
  rest.hidden = directTotal <= direct.length;
  rest.textContent = `编号相符的共 ${formatCount(directTotal)} 件，这里列出最新的 ${formatCount(others.length)} 件。`;
}

/** Marks the results that have the typed number, and says which; gives their ids. */
function markNumberHits(items: readonly HTMLElement[], direct: readonly DirectHit[]): ReadonlySet<string> {
  const hits = new Map(direct.map((hit) => [hit.id, hit]));
  const marked = new Set<string>();
  for (const item of items) {
    const { id = '' } = item.dataset;
    const hit = hits.get(id);
    item.classList.toggle('search-result-direct', hit !== undefined);
    item.querySelector('.search-result-number')?.remove();
    if (hit === undefined) continue;
    marked.add(id);
    const text = `编号相符 · ${hit.label}：${hit.number}`;
    (item.querySelector('th') ?? item).prepend(element('p', { class: 'search-result-number' }, text));
  }
  return marked;
}
