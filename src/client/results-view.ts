import type { EngineClient } from './engine-client.ts';
import { part } from './elements.ts';
import { letterAddress } from './letter-address.ts';
import { fillExcerpt, resultItem } from './result-item.ts';
import { writeState, type SearchState } from './search-state.ts';

/** Results on one page. */
export const pageSize = 20;
/** Excerpts that are asked for at once; the others when they come near the window. */
const atOnce = 8;
const near = '600px 0px';

/** The list of the results of one page. */
export interface ResultsView {
  /**
   * Shows the letters of the state's page. A later call overtakes an earlier one.
   *
   * @param ids All that was found.
   */
  show: (client: EngineClient, state: SearchState, ids: readonly string[]) => Promise<void>;
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
  let askExcerpts: (ids: readonly string[]) => Promise<void> = () => Promise.resolve();
  const observer = new IntersectionObserver(
    (entries) => {
      const items = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const item of items) observer.unobserve(item);
      void askExcerpts(items.flatMap((item) => (item instanceof HTMLElement ? (item.dataset.id ?? []) : [])));
    },
    { rootMargin: near },
  );
  const items = () => [...list.querySelectorAll<HTMLElement>(':scope > li')];

  return {
    async show(client, state, ids) {
      version += 1;
      const own = version;
      const first = (state.page - 1) * pageSize;
      const wanted = ids.slice(first, first + pageSize);
      const rows = await client.list(wanted);
      if (own !== version) return;

      observer.disconnect();
      // While answers come in for one question, letters that stay keep their excerpts.
      const kept = new Map(
        shownFor === writeState(state) ? items().map((item) => [item.dataset.id, item]) : [],
      );
      shownFor = writeState(state);
      const shown = rows.map(
        (row) => kept.get(row.id) ?? resultItem(template(), row, letterAddress(root, row.id, state)),
      );
      list.start = first + 1;
      list.replaceChildren(...shown);

      askExcerpts = async (asked) => {
        if (asked.length === 0) return;
        const results = await client.show(state.text, asked).catch(() => undefined);
        if (own !== version) return;
        for (const item of items().filter(({ dataset }) => asked.includes(dataset.id ?? ''))) {
          const result = results?.find(({ id }) => id === item.dataset.id);
          if (result) fillExcerpt(item, result, (anchor) => letterAddress(root, result.id, state, anchor));
          else part(item, '[data-excerpt]', HTMLElement).textContent = '摘录读取失败，仍可打开全文。';
        }
      };
      const lacking = shown.filter(({ dataset }) => dataset.shown === undefined);
      for (const item of lacking.slice(atOnce)) observer.observe(item);
      void askExcerpts(lacking.slice(0, atOnce).flatMap(({ dataset }) => dataset.id ?? []));
    },
    clear() {
      version += 1;
      shownFor = undefined;
      observer.disconnect();
      list.replaceChildren();
    },
  };
}
