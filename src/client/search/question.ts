import type { Place } from './results/results-place.ts';
import type { SearchState } from './search-state.ts';

/** Where the visitor is taken once the results are shown: nowhere, to their heading, or to where they were before. */
export type Arrival = 'stay' | 'results' | Place;

/** What the visitor asks of the search page, until they ask for something else. */
export interface Question {
  state: SearchState;
  /** Aborts when something else is asked, or when this failed: then nothing of it may reach the page. */
  signal: AbortSignal;
}

/**
 * A controller whose signal also aborts with `parent`, for a step of a longer task. (`AbortSignal.any` is
 * younger than the browsers that we support.)
 */
export function controllerWithin(parent: AbortSignal): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => {
    controller.abort(parent.reason);
  };
  if (parent.aborted) abort();
  else parent.addEventListener('abort', abort, { once: true, signal });
  return controller;
}
