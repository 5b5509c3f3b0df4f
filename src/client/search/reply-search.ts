import { fileColumns } from '../../data/lists/table-columns.ts';
import { saveFile } from '../saved-file.ts';
import { requireElement, readTemplate } from '../elements.ts';
import { onTextChange, debounce } from '../typing.ts';
import type { EngineClient } from './engine-client.ts';
import { createEngineSupply } from './engine-supply.ts';
import { connectFilterSheet, type FilterSheet } from './filters/filter-sheet.ts';
import { listChosen } from './filters/filter-chips.ts';
import { csvName } from './results/csv-text.ts';
import { letterAddress } from './results/letter-address.ts';
import { resultsCsv } from './results/results-csv.ts';
import type { Arrival } from './question.ts';
import { resultItems } from './results/result-items.ts';
import { readPlace } from './results/results-place.ts';
import { createSearchController, type SearchController } from './search-controller.ts';
import { addressHistory, beginSheet, endSheet, forgetSheet, keepPlace, keptPlace } from './search-history.ts';
import { createSearchPageView } from './search-page-view.ts';
import { idleState, writeState, type SearchState } from './search-state.ts';
import { connectSuggestions } from './suggestions.ts';

/** Milliseconds without a keystroke after which typing is over. */
const pause = 200;
/** Milliseconds without scrolling after which the place is kept. */
const scrollPause = 200;

/**
 * `<reply-search>`: the search page's element. The page holds its markup (`SearchResults.astro`), the address
 * its state.
 *
 * @param root Address of the edition's root.
 * @param start Starts the engine; called again after a failure.
 */
export function defineReplySearch(root: URL, start: () => Promise<EngineClient>): void {
  const engine = createEngineSupply(start);

  class ReplySearch extends HTMLElement {
    #controller: SearchController | undefined;

    connectedCallback(): void {
      if (this.#controller) return;
      const sheet = this.#connectSheet(() => controller.state());
      const view = createSearchPageView(this, root, sheet, {
        state: () => controller.state(),
        go: (state) => {
          controller.go(state, 'decided');
        },
        retry: () => {
          controller.retry();
        },
      });
      const controller = createSearchController({ view, engine, history: addressHistory });
      this.#controller = controller;
      const box = requireElement(this, 'input[type=search]', HTMLInputElement);
      const readAddress = (arrival: Arrival) => {
        controller.readAddress(arrival);
        box.value = controller.state().text;
      };
      this.#connectBox(box, controller);
      this.#connectControls(controller);
      this.#connectLinks(readAddress);
      this.#keepPlaces();
      window.addEventListener('popstate', () => {
        if (sheet.isOpen()) {
          // Back closes the sheet, and undoes nothing that was chosen in it.
          if (writeState(controller.state()) !== writeState(addressHistory.read()))
            addressHistory.write(controller.state(), 'decided');
          sheet.close();
          return;
        }
        forgetSheet();
        readAddress(keptPlace() ?? 'stay');
      });
      window.addEventListener('online', controller.reconnect);
      forgetSheet();
      readAddress(keptPlace() ?? 'results');
      // Whoever opens this page is about to search. A failure now is reported when a search fails.
      engine.client().catch(engine.discard);
    }

    /**
     * Finds all letters that satisfy a query; ids in rank order. The page shows the results too. Calls
     * wait for each other.
     *
     * @throws DOMException AbortError when the visitor asks for something else meanwhile.
     */
    async search(query: string): Promise<{ ids: string[] }> {
      return { ids: (await this.#controller?.findAll(query)) ?? [] };
    }

    #connectBox(box: HTMLInputElement, controller: SearchController): void {
      const typed = () => ({ ...controller.state(), text: box.value.trim(), page: 1 });
      const typing = debounce(pause, () => {
        const state = typed();
        if (writeState(state) !== writeState(controller.state())) controller.go(state, 'typed');
      });
      onTextChange(box, typing.soon);
      const closeSuggestions = connectSuggestions({
        box,
        list: requireElement(this, '[data-suggestions]', HTMLElement),
        template: readTemplate(this, 'suggestion'),
        ask: async (text, limit, signal) => (await engine.client()).suggest(text, limit, signal),
        open: (id) => {
          location.assign(letterAddress(root, id, typed()));
        },
      });
      requireElement(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
        event.preventDefault();
        typing.cancel();
        closeSuggestions();
        controller.go(typed(), 'submitted');
      });
    }

    #connectControls(controller: SearchController): void {
      const sort = requireElement(this, '[data-sort]', HTMLSelectElement);
      sort.addEventListener('change', () => {
        const { value } = sort;
        if (value === 'relevance' || value === 'newest' || value === 'oldest')
          controller.go({ ...controller.state(), sort: value, page: 1 }, 'decided');
      });
      const csv = requireElement(this, '[data-csv]', HTMLButtonElement);
      csv.addEventListener('click', () => {
        csv.disabled = true;
        void controller
          .exportAll(async (client, { state, signal }, answer) => {
            const words = [state.text, ...listChosen(state, answer.facets).map(({ label }) => label)];
            const text = await resultsCsv(client, answer, root, signal, fileColumns(state));
            saveFile(csvName(words), 'text/csv;charset=utf-8', text);
          })
          .finally(() => (csv.disabled = false));
      });
    }

    /** Browsers restore a place before there are results, so the page does it itself. */
    #keepPlaces(): void {
      history.scrollRestoration = 'manual';
      const list = requireElement(this, 'ol[data-results]', HTMLElement);
      let openedAt: number | undefined;
      const keep = (opened?: HTMLElement) => {
        // While a search runs, the list is that of another entry.
        if (list.dataset.state !== 'done') return;
        openedAt = opened && window.scrollY;
        keepPlace(readPlace(this, opened));
      };
      const scrolled = debounce(scrollPause, () => {
        // A scroll that ended before a letter was opened is reported after it, and must not replace that place.
        if (window.scrollY !== openedAt) keep();
      });
      window.addEventListener('scroll', scrolled.soon, { passive: true });
      this.addEventListener('click', ({ target }) => {
        const link = target instanceof Element ? target.closest('a') : null;
        const item = link && resultItems(this).find((one) => one.contains(link));
        if (item) keep(item);
      });
    }

    #connectSheet(state: () => SearchState): FilterSheet {
      let before = idleState;
      return connectFilterSheet(this, {
        opened() {
          before = state();
          beginSheet();
        },
        closed() {
          endSheet(before);
        },
        showResults: () => {
          this.#goToResults();
        },
      });
    }

    #goToResults(): void {
      const heading = requireElement(this, '[data-count]', HTMLElement);
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    }

    /** Within the page, what are links to the visitor load nothing again. */
    #connectLinks(readAddress: (arrival: Arrival) => void): void {
      const heading = requireElement(this, '[data-count]', HTMLElement);
      // Once there are results, they are what the page is about.
      document.querySelector('.skip-link')?.addEventListener('click', (event) => {
        if (heading.closest('[hidden]')) return;
        event.preventDefault();
        this.#goToResults();
      });
      this.addEventListener('click', (event) => {
        const { target } = event;
        const link = target instanceof Element ? target.closest('a') : null;
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        if (link.matches('[data-page], [data-search]')) {
          event.preventDefault();
          history.pushState(null, '', link.href);
          readAddress('results');
          if (link.matches('[data-page]')) this.#goToResults();
        } else if (link.matches('[data-skip-filters]')) {
          event.preventDefault();
          this.#goToResults();
        }
      });
    }
  }

  customElements.define('reply-search', ReplySearch);
}
