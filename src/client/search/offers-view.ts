import type { AlternativeKind, AlternativeQuery } from '../../search/engine/search-answer.ts';
import { element, formatCount } from '../elements.ts';
import { echoText } from './echoed-text.ts';
import { idleState, writeState, type SearchState } from './search-state.ts';

/** Why a query is offered; nothing where that is plain. */
const reasons: Record<AlternativeKind, string> = {
  unfiltered: '',
  simplified: '简体写法',
  number: '文中的编号',
  pinyin: '按拼音',
  synonym: '近义词',
  agency: '机关的全称或简称',
  similar: '相近的写法',
  part: '其中的词',
};

/** Lists the queries that are offered, as links to their results. */
export function showOffers(
  list: HTMLElement,
  state: SearchState,
  alternatives: readonly AlternativeQuery[],
): void {
  list.hidden = alternatives.length === 0;
  list.replaceChildren(
    ...alternatives.map((offer) => {
      const reason = reasons[offer.kind];
      return element(
        'li',
        {},
        element(
          'a',
          { href: writeState(offeredState(state, offer)), 'data-search': '' },
          describeOffer(offer),
        ),
        ...(reason === '' ? [] : [element('span', {}, reason)]),
      );
    }),
  );
}

/** The state that an offer leads to: the chosen facets and days stay where it finds something with them. */
export function offeredState(state: SearchState, { text, widened }: AlternativeQuery): SearchState {
  return widened ? { ...idleState, sort: state.sort, text } : { ...state, text, page: 1 };
}

/** 改查“养老”（67 件） */
export function describeOffer({ text, count, kind, widened }: AlternativeQuery): string {
  const letters = `（${formatCount(count)} 件）`;
  if (kind === 'unfiltered') return `清除筛选，在全部答复中查${letters}`;
  return `${widened ? '清除筛选，' : ''}改查“${echoText(text)}”${letters}`;
}
