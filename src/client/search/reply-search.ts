import { part, templateOf } from '../elements.ts';
import { onTextChange, whenSettled } from '../typing.ts';
import type { EngineClient, FoundAnswer } from './engine-client.ts';
import { choicesOf } from './filters/chosen-view.ts';
import { csvName } from './results/csv-text.ts';
import { letterAddress } from './results/letter-address.ts';
import { resultsCsv, saveFile } from './results/results-csv.ts';
import { pageSize } from './results/results-view.ts';
import { putIntoAddress, stateInAddress } from './search-history.ts';
import { createSearchPageView, type SearchPageView } from './search-page-view.ts';
import { asks, idleState, writeState, type SearchState } from './search-state.ts';
import { connectSuggestions } from './suggestions.ts';

/** Typing is over when nothing was typed for so long, in milliseconds. */
const pause = 200;

/**
 * `<reply-search>`: the search page's element. What it needs stands in the page
 * (`SearchResults.astro`); the address says what it shows.
 *
 * @param root Address of the edition's root.
 * @param start Starts the engine; called again after a failure.
 */
export function defineReplySearch(root: URL, start: () => Promise<EngineClient>): void {
  let starting: Promise<EngineClient> | undefined;
  const engine = () => (starting ??= start());
  /** What the engine could not read it is not to remember. */
  const stopEngine = () => {
    starting?.then(
      (client) => {
        client.stop();
      },
      () => undefined,
    );
    starting = undefined;
  };

  class ReplySearch extends HTMLElement {
    #state: SearchState = idleState;
    /** The last complete answer, and what it answers; none once another is asked for: the engine keeps one. */
    #answer: { to: string; answer: FoundAnswer } | undefined;
    #view: SearchPageView | undefined;
    #scripted: Promise<unknown> = Promise.resolve();
    #title = document.title;

    connectedCallback(): void {
      if (this.#view) return;
      this.#view = createSearchPageView(this, root, {
        state: () => this.#state,
        apply: (state) => {
          this.#go(state);
        },
        retry: () => void this.#run(this.#state).catch(told),
      });
      this.#connectBox();
      this.#connectControls();
      window.addEventListener('popstate', () => {
        this.#readAddress();
      });
      this.#readAddress();
      // Whoever opens this page is about to search. What fails now is tried again and told then.
      engine().catch(stopEngine);
    }

    /**
     * Finds all letters that satisfy a query; ids in rank order. The page shows the results too. Calls
     * wait for each other.
     *
     * @throws DOMException AbortError when the visitor asks for something else meanwhile.
     */
    async search(query: string): Promise<{ ids: string[] }> {
      const own = this.#scripted.then(() => this.#findAll({ ...idleState, text: query.trim() }));
      this.#scripted = own.catch(() => undefined);
      const ids = await own;
      if (ids === undefined) throw new DOMException('overtaken by a newer search', 'AbortError');
      return { ids };
    }

    async #findAll(state: SearchState): Promise<string[] | undefined> {
      // What is shown already is not shown once more.
      const shown = writeState(this.#state) === writeState(state) ? this.#known(state) : undefined;
      const answer = shown ?? (await this.#run(state));
      if (answer === undefined) return undefined;
      if (answer === 'idle') return [];
      const asked = this.#state;
      const client = await engine();
      return client.ids(answer).catch((error: unknown) => {
        // The engine keeps the newest answer only.
        if (asked !== this.#state) return undefined;
        throw error;
      });
    }

    #connectBox(): void {
      const box = part(this, 'input[type=search]', HTMLInputElement);
      const typed = () => ({ ...this.#state, text: box.value.trim(), page: 1 });
      const typing = whenSettled(pause, () => {
        const state = typed();
        if (writeState(state) === writeState(this.#state)) return;
        putIntoAddress(state, 'typed');
        void this.#run(state).catch(told);
      });
      onTextChange(box, typing.soon);
      const closeSuggestions = connectSuggestions({
        box,
        list: part(this, '[data-suggestions]', HTMLElement),
        template: templateOf(this, 'suggestion'),
        ask: async (text, limit) => (await engine()).suggest(text, limit),
        open: (id) => {
          location.assign(letterAddress(root, id, typed()));
        },
      });
      part(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
        event.preventDefault();
        typing.cancel();
        closeSuggestions();
        this.#go(typed(), 'submitted');
      });
    }

    #connectControls(): void {
      const sort = part(this, '[data-sort]', HTMLSelectElement);
      sort.addEventListener('change', () => {
        const { value } = sort;
        if (value === 'relevance' || value === 'newest' || value === 'oldest')
          this.#go({ ...this.#state, sort: value, page: 1 });
      });
      const toggle = part(this, '[data-filters-toggle]', HTMLButtonElement);
      toggle.addEventListener('click', () => {
        toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
      });
      const csv = part(this, '[data-csv]', HTMLButtonElement);
      csv.addEventListener('click', () => {
        csv.disabled = true;
        void this.#download()
          .catch(() => {
            this.#view?.failed();
          })
          .finally(() => (csv.disabled = false));
      });
      this.addEventListener('click', (event) => {
        const { target } = event;
        const link = target instanceof Element ? target.closest('a') : null;
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        // To the visitor these are links; within the page nothing is loaded again.
        if (link.matches('[data-page], [data-search]')) {
          event.preventDefault();
          history.pushState(null, '', link.href);
          this.#readAddress();
          if (link.matches('[data-page]')) this.#toResults();
        } else if (link.matches('[data-skip-filters]')) {
          event.preventDefault();
          this.#toResults();
        }
      });
    }

    #toResults(): void {
      const heading = part(this, '[data-count]', HTMLElement);
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    }

    #readAddress(): void {
      const state = stateInAddress();
      part(this, 'input[type=search]', HTMLInputElement).value = state.text;
      void this.#run(state).catch(told);
    }

    /** Goes to a state that the visitor decided on. */
    #go(state: SearchState, how: 'decided' | 'submitted' = 'decided'): void {
      putIntoAddress(state, how);
      void this.#run(state).catch(told);
    }

    /**
     * Searches; resolves to what is found, while the page begins to show it, or to undefined when a newer
     * search overtakes it.
     *
     * @throws Error when the index cannot be read; the page has told it.
     */
    async #run(state: SearchState): Promise<FoundAnswer | 'idle' | undefined> {
      this.#state = state;
      const box = part(this, 'input[type=search]', HTMLInputElement);
      if (box.value.trim() !== state.text) box.value = state.text;
      document.title = [...(state.text === '' ? [] : [state.text]), this.#title].join(' · ');
      this.#view?.reflect(state);
      if (!asks(state)) {
        this.#view?.idle();
        return 'idle';
      }
      try {
        const known = this.#known(state);
        if (!known) this.#view?.searching();
        const client = await engine();
        const answer = known ?? (await this.#find(client, state));
        if (answer === undefined || state !== this.#state) return undefined;
        const last = Math.max(1, Math.ceil(answer.count / pageSize));
        if (state.page > last) {
          putIntoAddress({ ...state, page: last }, 'decided');
          return await this.#run({ ...state, page: last });
        }
        this.#view?.found(client, state, answer).catch(() => {
          this.#fail(state);
        });
        return answer;
      } catch (error) {
        if (state !== this.#state) return undefined;
        this.#fail(state);
        throw error;
      }
    }

    /** Another page of the same results needs no search. */
    #known(state: SearchState): FoundAnswer | undefined {
      return this.#answer?.to === questionOf(state) ? this.#answer.answer : undefined;
    }

    #fail(state: SearchState): void {
      if (state !== this.#state) return;
      stopEngine();
      this.#answer = undefined;
      this.#view?.failed();
    }

    /** The answer to a state, which is kept. */
    async #find(client: EngineClient, state: SearchState): Promise<FoundAnswer | undefined> {
      this.#answer = undefined;
      const shown = { from: (state.page - 1) * pageSize, count: pageSize, read: this.#view?.room() ?? 1 };
      const answer = await client.search({ ...state, shown }, (sofar) => {
        if (state === this.#state && sofar.count > 0)
          void this.#view?.found(client, state, sofar).catch(told);
      });
      if (answer) this.#answer = { to: questionOf(state), answer };
      return answer;
    }

    async #download(): Promise<void> {
      // All that is asked for now, where that is still being searched for.
      const answer = this.#known(this.#state) ?? (await this.#run(this.#state));
      if (answer === undefined || answer === 'idle') return;
      const words = [this.#state.text, ...choicesOf(this.#state, answer.facets).map(({ label }) => label)];
      saveFile(csvName(words), 'text/csv;charset=utf-8', await resultsCsv(await engine(), answer, root));
    }
  }

  customElements.define('reply-search', ReplySearch);
}

/** What is asked, whichever page of the results is shown. */
function questionOf(state: SearchState): string {
  return writeState({ ...state, page: 1 });
}

function told(): void {
  // The page shows what failed.
}
