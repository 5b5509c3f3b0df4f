import type { FacetName } from '../../search/query/search-request.ts';
import { formatCount, requireElement, setText, readTemplate } from '../elements.ts';
import { createAnnouncer } from './announcer.ts';
import type { EngineClient, FoundAnswer } from './engine-client.ts';
import { showFilterChips } from './filters/filter-chips.ts';
import { connectDateRange } from './filters/date-range.ts';
import type { FilterSheet } from './filters/filter-sheet.ts';
import { createFacetsView } from './filters/facets-view.ts';
import { nothingFound, showError, showNothing, showProblems, showReconnecting } from './notices.ts';
import { connectColumnChoice } from './results/column-choice.ts';
import { showNumberHits } from './results/number-hits-view.ts';
import { showPages } from './results/pagination-view.ts';
import { restorePlace } from './results/results-place.ts';
import { resultItems } from './results/result-items.ts';
import { createResultsForms } from './results/results-forms.ts';
import { showSimilar } from './results/similar-view.ts';
import { echoText } from './echoed-text.ts';
import { controllerWithin, type Arrival, type Question } from './question.ts';
import { isNarrowed, pageSize, toggleFacet, withDates, type SearchState } from './search-state.ts';

/** Milliseconds after which a search shows its progress. */
const slowAfter = 300;

/** Shows each state of the search page. */
export interface SearchPageView {
  /** Nothing is asked. */
  showIdle: () => void;
  /** A search has begun; the results before stay visible until there are newer ones. */
  showSearching: () => void;
  /**
   * Shows what is found so far, or in all. Rejects with an AbortError once the question is over or a newer
   * answer to it is shown.
   *
   * @throws Error when the index cannot be read.
   */
  showAnswer: (client: EngineClient, question: Question, answer: FoundAnswer) => Promise<void>;
  showFailure: () => void;
  /** Says that what failed is tried again. */
  showReconnected: () => void;
  /** Takes the visitor where they want to be, unless they have gone elsewhere in the meantime. */
  arrive: (arrival: Arrival) => void;
  /** How many results the window shows, which get their excerpts first. */
  visibleResults: () => number;
  /** Puts the state into the title and the fields of the page. */
  showState: (state: SearchState) => void;
}

export interface SearchPageActions {
  state: () => SearchState;
  /** The visitor chooses another state. */
  go: (state: SearchState) => void;
  retry: () => void;
}

/**
 * @param page The page's element.
 * @param root Address of the edition's root.
 * @param sheet Holds the filters on a narrow screen.
 */
export function createSearchPageView(
  page: HTMLElement,
  root: URL,
  sheet: FilterSheet,
  actions: SearchPageActions,
): SearchPageView {
  const pageTitle = document.title;
  const box = requireElement(page, 'input[type=search]', HTMLInputElement);
  const list = requireElement(page, 'ol[data-results]', HTMLOListElement);
  const count = requireElement(page, '[data-count]', HTMLElement);
  const filters = requireElement(page, '[data-filters]', HTMLElement);
  const chosen = requireElement(page, '[data-chosen]', HTMLElement);
  const csv = requireElement(page, '[data-csv]', HTMLButtonElement);
  const nothing = requireElement(page, '[data-nothing-found]', HTMLElement);
  const panels = {
    toolbar: requireElement(page, '[data-toolbar]', HTMLElement),
    direct: requireElement(page, '[data-direct]', HTMLElement),
    problems: requireElement(page, '[data-problems]', HTMLElement),
    nothing: requireElement(page, '[data-nothing]', HTMLElement),
    similar: requireElement(page, '[data-similar-letters]', HTMLElement),
    error: requireElement(page, '[data-error]', HTMLElement),
    pages: requireElement(page, '[data-pages]', HTMLElement),
  };
  const chip = readTemplate(page, 'chosen');
  const announcer = createAnnouncer(requireElement(page, '[data-status]', HTMLElement));
  const resultTemplate = readTemplate(page, 'result');
  const results = createResultsForms(page, resultTemplate, root);
  const showFacets = createFacetsView(
    page,
    requireElement(page, '[data-facets]', HTMLElement),
    (name: FacetName, value) => {
      actions.go(toggleFacet(actions.state(), name, value));
    },
  );
  const showDates = connectDateRange(filters, (from, to) => {
    actions.go(withDates(actions.state(), from, to));
  });
  const showColumns = connectColumnChoice(page, actions.state, actions.go);
  let slow: ReturnType<typeof setTimeout> | undefined;
  let showing = new AbortController();

  const cancelSlow = () => {
    clearTimeout(slow);
    delete list.dataset.slow;
  };
  const enter = (state: 'idle' | 'searching' | 'done' | 'error') => {
    cancelSlow();
    list.dataset.state = state;
    if (state !== 'done') delete list.dataset.total;
  };
  /** Whether the focus is where a search is asked for, or nowhere. */
  const isFree = (focused: Element | null) =>
    focused === null || focused === document.body || box.form?.contains(focused) === true;
  const hideAll = () => {
    results.clear();
    for (const panel of Object.values(panels)) panel.hidden = true;
    filters.hidden = true;
    if (sheet.isOpen()) sheet.close();
  };

  return {
    showIdle() {
      hideAll();
      enter('idle');
      announcer.say('');
    },
    showSearching() {
      // Nothing visible changes yet: a repaint takes as long as most searches.
      enter('searching');
      // The count of the results before must not be announced any more.
      announcer.cancel();
      panels.error.hidden = true;
      slow = setTimeout(() => {
        list.dataset.slow = '';
        // The file of all results needs all of them.
        csv.disabled = true;
        // With the toolbar come the filters, beside or above which the results will be: they must not move these.
        if (panels.toolbar.hidden) filters.hidden = false;
        panels.toolbar.hidden = false;
        count.textContent = '正在检索…';
      }, slowAfter);
    },
    async showAnswer(client, question, answer) {
      const { state } = question;
      const { count: letters, complete, searched, total } = answer;
      showing.abort();
      showing = controllerWithin(question.signal);
      const { signal } = showing;
      panels.error.hidden = true;
      const listed = results.show(client, question, answer, signal);
      showProblems(panels.problems, answer.problems);
      showNothing(panels.nothing, state, answer);
      showSimilar(panels.similar, resultTemplate, root, client, answer, signal);
      await listed;
      // A click on a link that is replaced while pressed would be lost.
      await results.whenReleased();
      signal.throwIfAborted();
      showNumberHits(panels.direct, resultItems(page), answer, state, root);
      panels.toolbar.hidden = complete && letters === 0;
      // There is nothing to filter in a single letter.
      filters.hidden = letters <= 1 && !isNarrowed(state);
      cancelSlow();
      csv.disabled = !complete;
      sheet.showCount(letters);
      count.textContent = complete
        ? describeCount(letters)
        : `已找到 ${formatCount(letters)} 件，正在检索（${formatCount(searched)} / ${formatCount(total)} 件）…`;
      if (complete) showPages(panels.pages, state, Math.ceil(letters / pageSize(state)));
      // Results are painted before the filters, which take as long: so that neither delays a keystroke.
      await nextTask();
      await results.whenReleased();
      signal.throwIfAborted();
      showFacets(answer.facets);
      showFilterChips(chosen, chip, state, answer.facets, actions.go);
      if (!complete) return;
      enter('done');
      list.dataset.total = String(letters);
      announcer.say([...answer.problems, ...describeAnswer(state, answer)].join(' '));
    },
    showFailure() {
      hideAll();
      enter('error');
      announcer.say('');
      showError(panels.error, actions.retry, !navigator.onLine);
    },
    showReconnected() {
      showReconnecting(panels.error);
    },
    arrive(arrival) {
      if (arrival === 'stay' || !isFree(document.activeElement)) return;
      if (arrival !== 'results') restorePlace(page, arrival);
      else (panels.nothing.hidden ? count : nothing).focus({ preventScroll: true });
    },
    visibleResults: results.visibleResults,
    showState(state) {
      document.title = [...(state.text === '' ? [] : [echoText(state.text)]), pageTitle].join(' · ');
      if (box.value.trim() !== state.text) box.value = state.text;
      requireElement(page, '[data-sort]', HTMLSelectElement).value = state.sort;
      showDates(state);
      showColumns(state);
      const toggle = requireElement(page, '[data-filters-toggle]', HTMLElement);
      const narrowed = countChosen(state);
      setText(toggle, narrowed > 0 ? `筛选（${narrowed}）` : '筛选');
    },
  };
}

/** What is announced of a complete answer. */
function describeAnswer(state: SearchState, { count, alternatives }: FoundAnswer): string[] {
  if (count > 0) return [describeCount(count)];
  return [
    nothingFound(state),
    ...(alternatives.length > 0 ? [`有 ${alternatives.length} 种改查的建议。`] : []),
  ];
}

function describeCount(letters: number): string {
  return `找到 ${formatCount(letters)} 件答复`;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function countChosen({ facets, from, to }: SearchState): number {
  const days = [from, to].filter((day) => day !== undefined).length;
  return Object.values(facets).reduce((sum, values) => sum + values.length, days);
}
