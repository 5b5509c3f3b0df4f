import type { FacetName } from '../../search/query/search-request.ts';
import { counted, part, setText, templateOf } from '../elements.ts';
import { createAnnouncer } from './announcer.ts';
import type { EngineClient, FoundAnswer } from './engine-client.ts';
import { showChosen } from './filters/filter-chips.ts';
import { connectDateRange } from './filters/date-range.ts';
import { createFacetsView } from './filters/facets-view.ts';
import { nothingFound, showError, showNothing, showProblems } from './notices.ts';
import { showDirect } from './results/number-hits-view.ts';
import { showPages } from './results/pagination-view.ts';
import { createResultsView } from './results/results-view.ts';
import { controllerWithin, type Question } from './question.ts';
import { isNarrowed, pageSize, toggleFacet, withDates, type SearchState } from './search-state.ts';

/** A search that lasts longer, in milliseconds, says how far it is. */
const patience = 300;

/** What the search page shows, in each of its states. */
export interface SearchPageView {
  /** Nothing is asked. */
  idle: () => void;
  /** The search has begun; what is shown stays until there is something newer. */
  searching: () => void;
  /**
   * Shows what is found so far, or in all. Rejects with an AbortError once the question is over or a newer
   * answer to it is shown.
   *
   * @throws Error when the index cannot be read.
   */
  found: (client: EngineClient, question: Question, answer: FoundAnswer) => Promise<void>;
  failed: () => void;
  /** How many letters are shown with their excerpts at once. */
  room: () => number;
  /** Puts the state into the title and the fields of the page. */
  reflect: (state: SearchState) => void;
}

export interface SearchPageActions {
  state: () => SearchState;
  /** The visitor decides on another state. */
  apply: (state: SearchState) => void;
  retry: () => void;
}

/**
 * @param page The page's element.
 * @param root Address of the edition's root.
 */
export function createSearchPageView(
  page: HTMLElement,
  root: URL,
  actions: SearchPageActions,
): SearchPageView {
  const pageTitle = document.title;
  const box = part(page, 'input[type=search]', HTMLInputElement);
  const list = part(page, 'ol[data-results]', HTMLOListElement);
  const count = part(page, '[data-count]', HTMLElement);
  const filters = part(page, '[data-filters]', HTMLElement);
  const chosen = part(page, '[data-chosen]', HTMLElement);
  const csv = part(page, '[data-csv]', HTMLButtonElement);
  const panels = {
    toolbar: part(page, '[data-toolbar]', HTMLElement),
    direct: part(page, '[data-direct]', HTMLElement),
    problems: part(page, '[data-problems]', HTMLElement),
    nothing: part(page, '[data-nothing]', HTMLElement),
    error: part(page, '[data-error]', HTMLElement),
    pages: part(page, '[data-pages]', HTMLElement),
  };
  const chip = templateOf(page, 'chosen');
  const announcer = createAnnouncer(part(page, '[data-status]', HTMLElement));
  const results = createResultsView(list, templateOf(page, 'result'), root);
  const showFacets = createFacetsView(
    page,
    part(page, '[data-facets]', HTMLElement),
    (name: FacetName, value) => {
      actions.apply(toggleFacet(actions.state(), name, value));
    },
  );
  const showDates = connectDateRange(filters, (from, to) => {
    actions.apply(withDates(actions.state(), from, to));
  });
  let slow: ReturnType<typeof setTimeout> | undefined;
  let showing = new AbortController();

  const forgetSlow = () => {
    clearTimeout(slow);
    delete list.dataset.slow;
  };
  const enter = (state: 'idle' | 'searching' | 'done' | 'error') => {
    forgetSlow();
    list.dataset.state = state;
    if (state !== 'done') delete list.dataset.total;
  };
  const hideAll = () => {
    results.clear();
    for (const panel of Object.values(panels)) panel.hidden = true;
    filters.hidden = true;
  };

  return {
    idle() {
      hideAll();
      enter('idle');
      announcer.say('');
    },
    searching() {
      // Nothing that is seen changes yet: to draw the page anew takes as long as most searches.
      enter('searching');
      // What was found before is not read out after the visitor asks for something else.
      announcer.hush();
      panels.error.hidden = true;
      slow = setTimeout(() => {
        list.dataset.slow = '';
        // There is no file of all results before all are found.
        csv.disabled = true;
        panels.toolbar.hidden = false;
        count.textContent = '正在检索…';
      }, patience);
    },
    async found(client, question, answer) {
      const { state } = question;
      const { count: letters, complete, searched, total } = answer;
      showing.abort();
      showing = controllerWithin(question.signal);
      const { signal } = showing;
      const listed = results.show(client, question, answer, signal);
      showProblems(panels.problems, answer.problems);
      showDirect(panels.direct, answer, state, root);
      showNothing(panels.nothing, state, answer);
      await listed;
      // A link that is replaced while it is pressed leads nowhere.
      await results.whenReleased();
      signal.throwIfAborted();
      panels.toolbar.hidden = complete && letters === 0;
      // A single letter cannot be narrowed further.
      filters.hidden = letters <= 1 && !isNarrowed(state);
      forgetSlow();
      csv.disabled = !complete;
      count.textContent = complete
        ? `找到 ${counted(letters)} 件答复`
        : `已找到 ${counted(letters)} 件，正在检索（${counted(searched)} / ${counted(total)} 件）…`;
      if (complete) showPages(panels.pages, state, Math.ceil(letters / pageSize));
      // The results are seen before the filters are filled, which takes as long: neither holds up a key.
      await nextTask();
      await results.whenReleased();
      signal.throwIfAborted();
      showFacets(answer.facets);
      showChosen(chosen, chip, state, answer.facets, actions.apply);
      if (!complete) return;
      enter('done');
      list.dataset.total = String(letters);
      announcer.say([...answer.problems, letters === 0 ? nothingFound(state) : count.textContent].join(' '));
    },
    failed() {
      hideAll();
      enter('error');
      announcer.say('');
      showError(panels.error, actions.retry);
    },
    room: results.room,
    reflect(state) {
      document.title = [...(state.text === '' ? [] : [state.text]), pageTitle].join(' · ');
      if (box.value.trim() !== state.text) box.value = state.text;
      part(page, '[data-sort]', HTMLSelectElement).value = state.sort;
      showDates(state);
      const toggle = part(page, '[data-filters-toggle]', HTMLElement);
      const narrowed = chosenCount(state);
      setText(toggle, narrowed > 0 ? `筛选（${narrowed}）` : '筛选');
    },
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function chosenCount({ facets, from, to }: SearchState): number {
  const days = [from, to].filter((day) => day !== undefined).length;
  return Object.values(facets).reduce((sum, values) => sum + values.length, days);
}
