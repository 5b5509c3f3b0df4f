import { element } from '../../elements.ts';
import { writeState, type SearchState } from '../search-state.ts';

/**
 * The numbers of the pages to link: the first, the last and those around the current one; 0 where some are left
 * out.
 */
export function linkedPages(current: number, last: number): number[] {
  const near = new Set([1, last]);
  for (let page = current - 1; page <= current + 1; page += 1) if (page >= 1 && page <= last) near.add(page);
  const pages = [...near].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? page - 1;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [0, page] : [page];
  });
}

/** Shows links to the pages of the results; hidden when there is only one. */
export function showPages(navigation: HTMLElement, state: SearchState, last: number): void {
  navigation.hidden = last <= 1;
  const link = (page: number, text: string, attributes: Record<string, string> = {}) =>
    element(
      'a',
      { href: writeState({ ...state, page }) || '?', 'data-page': String(page), ...attributes },
      text,
    );
  const numbers = linkedPages(state.page, last).map((page) => {
    if (page === 0) return element('li', {}, element('span', { 'aria-hidden': 'true' }, '…'));
    const label = { 'aria-label': `第 ${page} 页` };
    return element(
      'li',
      {},
      link(page, String(page), page === state.page ? { ...label, 'aria-current': 'page' } : label),
    );
  });
  navigation.replaceChildren(
    ...(state.page > 1 ? [link(state.page - 1, '上一页', { rel: 'prev', class: 'pagination-step' })] : []),
    element('ol', {}, ...numbers),
    ...(state.page < last ? [link(state.page + 1, '下一页', { rel: 'next', class: 'pagination-step' })] : []),
  );
}
