import type { SentAnswer } from '../../search/engine/engine-messages.ts';
import { element, requireElement } from '../elements.ts';
import { echoText } from './echoed-text.ts';
import { showOffers } from './offers-view.ts';
import type { SearchState } from './search-state.ts';

/** Lists the faults of the query. */
export function showProblems(list: HTMLElement, problems: readonly string[]): void {
  list.hidden = problems.length === 0;
  list.replaceChildren(...problems.map((problem) => element('li', {}, problem)));
}

/** Says that nothing was found and what the visitor can try; hidden when something was found. */
export function showNothing(panel: HTMLElement, state: SearchState, answer: SentAnswer): void {
  panel.hidden = answer.count > 0 || !answer.complete;
  requireElement(panel, '[data-nothing-found]', HTMLElement).textContent = nothingFound(state);
  showOffers(requireElement(panel, '[data-offers]', HTMLElement), state, answer.alternatives);
}

/**
 * Says that the search failed, with a button to try again.
 *
 * @param isOffline Whether it is known that there is no network; then it is tried again by itself.
 */
export function showError(panel: HTMLElement, retry: () => void, isOffline: boolean): void {
  const button = element('button', { type: 'button', class: 'button' }, '重试');
  button.addEventListener('click', retry);
  const reason = isOffline
    ? '没有网络，检索没有成功。网络恢复后会自动重新检索。'
    : '检索没有成功：索引文件读取失败。请检查网络后重试；如果是离线副本，请核对文件是否齐全。';
  panel.replaceChildren(element('p', {}, reason), button);
  panel.hidden = false;
}

/** Says that there is a network again, and that the search is tried again. */
export function showReconnecting(panel: HTMLElement): void {
  panel.replaceChildren(element('p', {}, '网络已恢复，正在重新检索。'));
  panel.hidden = false;
}

/** The sentence for an empty result, which is also announced. */
export function nothingFound({ text }: SearchState): string {
  return text === '' ? '没有符合所选条件的答复。' : `没有找到与“${echoText(text)}”相符的答复。`;
}
