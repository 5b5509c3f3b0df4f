import { parseSessionKey, sessionLabel } from '../../../data/lists/session-key.ts';
import { facetNames, type FacetCounts, type FacetName } from '../../../search/query/search-request.ts';
import { element, requireElement, formatDay } from '../../elements.ts';
import { isNarrowed, toggleFacet, withDates, withoutFilters, type SearchState } from '../search-state.ts';
import { facetTitles } from './facets-view.ts';

interface Choice {
  /** With the name of the facet: 发文机关：青岚市水利局. */
  label: string;
  without: SearchState;
}

/** The chosen values of a state, each with the state without it. */
export function listChosen(state: SearchState, counts: FacetCounts | undefined): Choice[] {
  const { from = '', to = '' } = state;
  const choices = facetNames.flatMap((name) =>
    (state.facets[name] ?? []).map((value) => ({
      label: `${facetTitles[name]}：${counts?.[name].find((one) => one.value === value)?.label ?? labelOf(name, value)}`,
      without: toggleFacet(state, name, value),
    })),
  );
  if (from !== '') choices.push({ label: `从${formatDay(from)}`, without: withDates(state, '', to) });
  if (to !== '') choices.push({ label: `到${formatDay(to)}`, without: withDates(state, from, '') });
  return choices;
}

/** What visitors read of a value that no letter is listed by, as one in an old address. */
function labelOf(name: FacetName, value: string): string {
  return name === 'session' ? sessionLabel(parseSessionKey(value)) || value : value;
}

/**
 * Shows each chosen value as a chip that removes it, and a last one that removes all.
 *
 * @param apply Receives the state without what is removed.
 */
export function showFilterChips(
  list: HTMLElement,
  chip: () => HTMLElement,
  state: SearchState,
  counts: FacetCounts | undefined,
  apply: (state: SearchState) => void,
): void {
  const had = document.activeElement !== null && list.contains(document.activeElement);
  list.replaceChildren(
    ...listChosen(state, counts).map(({ label, without }) => {
      const item = chip();
      requireElement(item, '[data-label]', HTMLElement).textContent = label;
      const remove = requireElement(item, '[data-remove]', HTMLButtonElement);
      remove.setAttribute('aria-label', `移除筛选：${label}`);
      remove.addEventListener('click', () => {
        apply(without);
      });
      return item;
    }),
  );
  list.hidden = !isNarrowed(state);
  if (!list.hidden) {
    const clear = element('button', { type: 'button', class: 'search-clear' }, '清除筛选');
    clear.addEventListener('click', () => {
      apply(withoutFilters(state));
    });
    list.append(element('li', {}, clear));
  }
  // The pressed chip is gone: keep keyboard focus among its neighbours.
  if (had) list.querySelector('button')?.focus();
}
