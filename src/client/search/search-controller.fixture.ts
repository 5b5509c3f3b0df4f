import { vi } from 'vitest';
import type { EngineClient, FoundAnswer, SearchOptions } from './engine-client.ts';
import type { EngineSupply } from './engine-supply.ts';
import { createSearchController } from './search-controller.ts';
import type { Arrival } from './question.ts';
import type { SearchPageView } from './search-page-view.ts';
import { idleState, type SearchState } from './search-state.ts';

export const stateOf = (text: string, page = 1): SearchState => ({ ...idleState, text, page });

export function answerOf(count: number, complete = true): FoundAnswer {
  return {
    ticket: 1,
    from: 0,
    count,
    complete,
    captions: [],
    direct: [],
    directTotal: 0,
    facets: {
      place: [],
      year: [],
      session: [],
      assembly: [],
      kind: [],
      issuer: [],
      role: [],
      outcome: [],
      commitment: [],
    },
    problems: [],
    alternatives: [],
    searched: count,
    total: count,
  };
}

interface Search extends SearchOptions {
  text: string;
  end: (count: number) => void;
  fail: () => void;
}

/** A page without a document: searches end when the test says so; what the view shows is noted. */
export function openPage() {
  const searches: Search[] = [];
  const shown: string[] = [];
  const arrivals: Arrival[] = [];
  const written: string[] = [];
  const unused = () => Promise.reject(new Error('not asked here'));
  const client: EngineClient = {
    search: ({ text }, options) =>
      new Promise((resolve, reject) => {
        searches.push({
          ...options,
          text,
          end: (count) => {
            resolve(answerOf(count));
          },
          fail: () => {
            reject(new Error('missing file'));
          },
        });
      }),
    ids: ({ count }, signal) =>
      signal.aborted
        ? Promise.reject(signal.reason as Error)
        : Promise.resolve(Array.from({ length: count }, (_, at) => String(at))),
    excerpts: unused,
    captions: unused,
    list: unused,
    suggest: unused,
    stop: () => undefined,
  };
  const view: SearchPageView = {
    showIdle: () => shown.push('idle'),
    showSearching: () => shown.push('searching'),
    showAnswer: (_, { state, signal }, { count, complete }) => {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      shown.push(`${state.text} ${state.page}: ${count}${complete ? '' : '…'}`);
      return Promise.resolve();
    },
    showFailure: () => shown.push('failed'),
    showReconnected: () => shown.push('reconnected'),
    arrive: (arrival) => arrivals.push(arrival),
    visibleResults: () => 3,
    showState: () => undefined,
  };
  const engine: EngineSupply = { client: () => Promise.resolve(client), discard: vi.fn() };
  const controller = createSearchController({
    view,
    engine,
    history: {
      read: () => stateOf('地址'),
      write: ({ text, page }, step) => written.push(`${text} ${page} ${step}`),
    },
  });
  return { controller, engine, view, searches, shown, arrivals, written };
}

/** Lets everything that is ready run. */
export const turn = () => new Promise((resolve) => setTimeout(resolve));
