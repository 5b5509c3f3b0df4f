import type { LetterExcerpt } from '../../../search/engine/search-answer.ts';
import { requireElement } from '../../elements.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import type { Question } from '../question.ts';
import { pageSize, writeState } from '../search-state.ts';
import { requestDeferredExcerpts } from './deferred-excerpts.ts';
import { letterAddress } from './letter-address.ts';
import { watchPointer } from './pointer-release.ts';
import { fillExcerpt, resultItem } from './result-item.ts';
import { countVisible } from './visible-results.ts';

/** Milliseconds that the list waits for its first excerpts. */
const excerptTimeout = 500;

/** The list of the results of one page. */
export interface ResultsView {
  /**
   * Shows the letters of the state's page.
   *
   * @param listing Aborts with the question, and once a newer answer to it is shown; then this rejects with
   *   its reason.
   */
  show: (
    client: EngineClient,
    question: Question,
    answer: FoundAnswer,
    listing: AbortSignal,
  ) => Promise<void>;
  /** How many results the window shows, which get their excerpts first. */
  visibleResults: () => number;
  /** Resolves when nothing is pressed. */
  whenReleased: () => Promise<void>;
  clear: () => void;
}

/**
 * @param list The page's `ol[data-results]`.
 * @param template Creates an empty item.
 * @param root Address of the edition's root.
 */
export function createResultsView(
  list: HTMLOListElement,
  template: () => HTMLElement,
  root: URL,
): ResultsView {
  let shownFor: string | undefined;
  const whenReleased = watchPointer();
  const roomForExcerpts = () => countVisible(list.getBoundingClientRect().top, window);
  const items = () => [...list.querySelectorAll<HTMLElement>(':scope > li')];

  return {
    async show(client, { state, signal }, answer, listing) {
      const size = pageSize(state);
      const first = (state.page - 1) * size;
      // Between partial answers to a question, letters that stay keep their excerpts.
      const kept = new Map(
        shownFor === writeState(state) ? items().map((item) => [item.dataset.id ?? '', item]) : [],
      );
      const fill = (asked: readonly HTMLElement[], results: readonly LetterExcerpt[]) => {
        for (const item of asked) {
          const result = results.find(({ id }) => id === item.dataset.id);
          if (result) fillExcerpt(item, result, (anchor) => letterAddress(root, result.id, state, anchor));
          else
            requireElement(item, '[data-excerpt]', HTMLElement).textContent = '摘录读取失败，仍可打开全文。';
        }
      };
      const captions =
        answer.from === first && answer.captions.length >= Math.min(size, answer.count - first)
          ? answer.captions.slice(0, size)
          : await client.captions(await client.ids(answer, signal, first, first + size), signal);
      listing.throwIfAborted();

      const shown = captions.map(
        (caption) =>
          kept.get(caption.id) ?? resultItem(template(), caption, letterAddress(root, caption.id, state)),
      );
      const lacking = shown.filter(({ dataset }) => dataset.shown === undefined);
      const askExcerpts = async (asked: readonly HTMLElement[]) => {
        if (asked.length === 0) return;
        const ids = asked.flatMap(({ dataset }) => dataset.id ?? []);
        const results = await client.excerpts(state.text, ids, signal).catch(() => []);
        await whenReleased();
        if (!signal.aborted) fill(asked, results);
      };
      const room = roomForExcerpts();
      // A letter appears with its excerpt, so that nothing moves when it arrives.
      await Promise.race([askExcerpts(lacking.slice(0, room)), after(excerptTimeout)]);
      await whenReleased();
      listing.throwIfAborted();
      shownFor = writeState(state);
      list.start = first + 1;
      list.replaceChildren(...shown);
      requestDeferredExcerpts(lacking.slice(room), askExcerpts, listing);
    },
    visibleResults: roomForExcerpts,
    whenReleased,
    clear() {
      shownFor = undefined;
      list.replaceChildren();
    },
  };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
