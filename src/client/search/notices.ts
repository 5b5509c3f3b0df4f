import type { SentAnswer } from '../../search/engine/engine-messages.ts';
import type { AlternativeQuery } from '../../search/engine/search-answer.ts';
import { formatCount, element } from '../elements.ts';
import { idleState, isNarrowed, withoutFilters, writeState, type SearchState } from './search-state.ts';

const relations: [kind: AlternativeQuery['kind'], title: string][] = [
  ['part', '只查其中一部分：'],
  ['similar', '相近的写法：'],
];

/** Lists the faults of the query. */
export function showProblems(list: HTMLElement, problems: readonly string[]): void {
  list.hidden = problems.length === 0;
  list.replaceChildren(...problems.map((problem) => element('li', {}, problem)));
}

/** Says that nothing was found and what the visitor can try; hidden when something was found. */
export function showNothing(panel: HTMLElement, state: SearchState, answer: SentAnswer): void {
  panel.hidden = answer.count > 0 || !answer.complete;
  const widen = isNarrowed(state) && state.text !== '';
  panel.replaceChildren(
    element('p', {}, nothingFound(state)),
    ...(widen ? [element('p', {}, link(withoutFilters(state), '清除筛选，在全部答复中查'))] : []),
    ...relations.flatMap(([kind, title]) => {
      const related = answer.alternatives.filter((one) => one.kind === kind);
      if (related.length === 0) return [];
      const items = related.map(({ text, count }) =>
        element('li', {}, link({ ...idleState, text }, text), ` ${formatCount(count)} 件`),
      );
      return [element('p', {}, title), element('ul', { class: 'search-related' }, ...items)];
    }),
  );
}

/** Says that the search failed, with a button to try again. */
export function showError(panel: HTMLElement, retry: () => void): void {
  const button = element('button', { type: 'button', class: 'button' }, '重试');
  button.addEventListener('click', retry);
  panel.replaceChildren(
    element(
      'p',
      {},
      '检索没有成功：索引文件读取失败。请检查网络后重试；如果是离线副本，请核对文件是否齐全。',
    ),
    button,
  );
  panel.hidden = false;
}

/** The sentence for an empty result, which is also announced. */
export function nothingFound({ text }: SearchState): string {
  return text === '' ? '没有符合所选条件的答复。' : `没有找到与“${text}”相符的答复。`;
}

/** A link to another search on this page. */
function link(state: SearchState, text: string): HTMLAnchorElement {
  return element('a', { href: writeState(state) || '?', 'data-search': '' }, text);
}
