import type { EngineClient, FoundAnswer } from './engine-client.ts';
import type { EngineSupply } from './engine-supply.ts';
import type { Arrival, Question } from './question.ts';
import type { SearchHistory, Step } from './search-history.ts';
import type { SearchPageView } from './search-page-view.ts';
import {
  hasQuestion,
  idleState,
  pageSize,
  writeQuestion,
  writeState,
  type SearchState,
} from './search-state.ts';

/** Asks the engine what the visitor asks of the page, one question at a time, and has the view show it. */
export interface SearchController {
  /** What the page shows, or is about to show. */
  state: () => SearchState;
  /** Puts a state into the address and asks for it. */
  go: (state: SearchState, step: Step) => void;
  /** Asks for the state in the address. */
  readAddress: (arrival: Arrival) => void;
  retry: () => void;
  /** Asks again for what failed, if anything did, because there is a network again. */
  reconnect: () => void;
  /**
   * Finds all letters that satisfy a query; ids in rank order. The page shows the results too. Calls wait for
   * each other.
   *
   * @throws DOMException AbortError when something else is asked meanwhile.
   */
  findAll: (text: string) => Promise<string[]>;
  /**
   * Exports everything that the current question finds, once it is answered; nothing when something else is
   * asked before. The page shows a failure.
   */
  exportAll: (
    write: (client: EngineClient, question: Question, answer: FoundAnswer) => Promise<void>,
  ) => Promise<void>;
}

export interface SearchControllerOptions {
  view: SearchPageView;
  engine: EngineSupply;
  history: SearchHistory;
}

interface CurrentQuestion {
  signal: AbortSignal;
  /** Undefined where nothing is asked. */
  answered: Promise<FoundAnswer | undefined>;
  overtake: () => void;
  /** Shows that it failed, unless it failed or was overtaken before. */
  fail: (error: unknown) => void;
}

export function createSearchController({ view, engine, history }: SearchControllerOptions): SearchController {
  let state = idleState;
  let current: CurrentQuestion | undefined;
  /** The last complete answer; none while another is awaited, because the engine keeps only one. */
  let kept: { to: string; answer: FoundAnswer } | undefined;
  let hasFailed = false;
  let scripted: Promise<unknown> = Promise.resolve();

  const ask = (asked: SearchState, arrival: Arrival = 'stay'): CurrentQuestion => {
    current?.overtake();
    state = asked;
    hasFailed = false;
    const controller = new AbortController();
    const { signal } = controller;
    const fail = (error: unknown) => {
      if (signal.aborted) return;
      controller.abort(error);
      engine.discard();
      kept = undefined;
      hasFailed = true;
      view.showFailure();
    };
    const overtake = () => {
      controller.abort(new DOMException('overtaken by a newer search', 'AbortError'));
    };
    const answered = answer({ state: asked, signal }, arrival, fail);
    answered.catch(fail);
    current = { signal, answered, overtake, fail };
    return current;
  };

  const answer = async (
    question: Question,
    arrival: Arrival,
    fail: (error: unknown) => void,
  ): Promise<FoundAnswer | undefined> => {
    const { state: asked, signal } = question;
    view.showState(asked);
    if (!hasQuestion(asked)) {
      view.showIdle();
      return undefined;
    }
    // Another page or form of the same results needs no search.
    const known = kept?.to === writeQuestion(asked) ? kept.answer : undefined;
    if (!known) view.showSearching();
    const client = await engine.client();
    signal.throwIfAborted();
    const found = known ?? (await search(client, question));
    signal.throwIfAborted();
    const lastPage = Math.max(1, Math.ceil(found.count / pageSize(asked)));
    if (asked.page > lastPage) {
      state = { ...asked, page: lastPage };
      history.write(state, 'decided');
    }
    const shown = view.showAnswer(client, { state, signal }, found);
    shown
      .then(() => {
        if (!signal.aborted) view.arrive(arrival);
      })
      .catch(fail);
    return found;
  };

  const search = async (client: EngineClient, question: Question): Promise<FoundAnswer> => {
    kept = undefined;
    const { state: asked, signal } = question;
    const count = pageSize(asked);
    const read = asked.view === 'table' ? 0 : view.visibleResults();
    const shown = { from: (asked.page - 1) * count, count, read };
    const found = await client.search(
      { ...asked, shown },
      {
        signal,
        onProgress(partial) {
          // Whatever a partial list lacks, the complete one fails for.
          if (partial.count > 0) view.showAnswer(client, question, partial).catch(() => undefined);
        },
      },
    );
    kept = { to: writeQuestion(asked), answer: found };
    return found;
  };

  const findIds = async (asked: SearchState): Promise<string[]> => {
    const isCurrent = current?.signal.aborted === false && writeState(state) === writeState(asked);
    const { answered, signal } = isCurrent && current ? current : ask(asked);
    const found = await answered;
    return found === undefined ? [] : (await engine.client()).ids(found, signal);
  };

  return {
    state: () => state,
    go(next, step) {
      history.write(next, step);
      ask(next, step === 'submitted' ? 'results' : 'stay');
    },
    readAddress(arrival) {
      ask(history.read(), arrival);
    },
    retry() {
      ask(state, 'results');
    },
    reconnect() {
      if (!hasFailed) return;
      ask(state);
      view.showReconnected();
    },
    findAll(text) {
      const found = scripted.then(() => findIds({ ...idleState, text: text.trim() }));
      scripted = found.catch(() => undefined);
      return found;
    },
    async exportAll(write) {
      if (current === undefined) return;
      const { answered, signal, fail } = current;
      try {
        const found = await answered;
        if (found) await write(await engine.client(), { state, signal }, found);
      } catch (error) {
        fail(error);
      }
    },
  };
}
