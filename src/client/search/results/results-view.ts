import type { Result } from '../../../search/engine/search-answer.ts';
import { part } from '../../elements.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import { writeState, type SearchState } from '../search-state.ts';
import { createLaterExcerpts } from './later-excerpts.ts';
import { letterAddress } from './letter-address.ts';
import { watchPressing } from './pressing.ts';
import { fillExcerpt, resultItem } from './result-item.ts';
import { roomBelow } from './room.ts';

/** Results on one page. */
export const pageSize = 20;
/** The list does not wait for excerpts longer than this, in milliseconds. */
const patience = 500;

/** The list of the results of one page. */
export interface ResultsView {
  /**
   * Shows the letters of the state's page. A later call overtakes an earlier one.
   *
   * @param isWanted Whether the visitor still waits for it.
   */
  show: (
    client: EngineClient,
    state: SearchState,
    answer: FoundAnswer,
    isWanted: () => boolean,
  ) => Promise<void>;
  /** How many letters are shown with their excerpts at once. */
  room: () => number;
  /** Resolves when the visitor presses on nothing. */
  whenReleased: () => Promise<void>;
  /** A newer question comes first: what the list still lacks is not asked for any more. */
  rest: () => void;
  clear: () => void;
}

/**
 * @param list The page's `ol[data-results]`.
 * @param template Makes an empty item.
 * @param root Address of the edition's root.
 */
export function createResultsView(
  list: HTMLOListElement,
  template: () => HTMLElement,
  root: URL,
): ResultsView {
  let version = 0;
  let shownFor: string | undefined;
  const whenReleased = watchPressing();
  const later = createLaterExcerpts();
  const roomForExcerpts = () => roomBelow(list.getBoundingClientRect().top, window);
  const items = () => [...list.querySelectorAll<HTMLElement>(':scope > li')];

  return {
    async show(client, state, answer, isWanted) {
      version += 1;
      const own = version;
      const isNewest = () => own === version && isWanted();
      const first = (state.page - 1) * pageSize;
      // While answers come in for one question, letters that stay keep their excerpts.
      const kept = new Map(
        shownFor === writeState(state) ? items().map((item) => [item.dataset.id ?? '', item]) : [],
      );
      const read = (asked: readonly string[]) => client.show(state.text, asked).catch(() => []);
      const fill = (asked: readonly HTMLElement[], results: readonly Result[]) => {
        for (const item of asked) {
          const result = results.find(({ id }) => id === item.dataset.id);
          if (result) fillExcerpt(item, result, (anchor) => letterAddress(root, result.id, state, anchor));
          else part(item, '[data-excerpt]', HTMLElement).textContent = '摘录读取失败，仍可打开全文。';
        }
      };
      const captions =
        answer.from === first
          ? answer.captions
          : await client.captions(await client.ids(answer, first, first + pageSize));
      if (!isNewest()) return;

      const shown = captions.map(
        (caption) =>
          kept.get(caption.id) ?? resultItem(template(), caption, letterAddress(root, caption.id, state)),
      );
      const lacking = shown.filter(({ dataset }) => dataset.shown === undefined);
      const askExcerpts = async (asked: readonly HTMLElement[]) => {
        if (asked.length === 0) return;
        const results = await read(asked.flatMap(({ dataset }) => dataset.id ?? []));
        await whenReleased();
        fill(asked, results);
      };
      const room = roomForExcerpts();
      // A letter and its excerpt come together, so that nothing moves when it does.
      await Promise.race([askExcerpts(lacking.slice(0, room)), after(patience)]);
      await whenReleased();
      if (!isNewest()) return;
      shownFor = writeState(state);
      list.start = first + 1;
      list.replaceChildren(...shown);
      later.expect(lacking.slice(room), askExcerpts, isNewest);
    },
    room: roomForExcerpts,
    whenReleased,
    rest: later.forget,
    clear() {
      version += 1;
      shownFor = undefined;
      later.forget();
      list.replaceChildren();
    },
  };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
