/** When a search page answered, in milliseconds from the query. */
interface Answer {
  /** The first results are in the list, or it is certain that there are none. */
  first: number;
  /** All letters are known. */
  complete: number;
  /** When the query was submitted, in milliseconds since 1970. */
  begun: number;
}

/** The longest task of a page's main thread, in milliseconds; 0 if none took 50. */
export interface LongestTask {
  /** Before the first query was submitted. */
  opening: number;
  /** After that, excluding the transfer of the answer out of the browser. */
  searching: number;
}

declare global {
  interface Window {
    /** Injected into every page before its own scripts. */
    probe?: {
      ask: (query: string) => Promise<Answer>;
      /** All ids found by the last query, one per line. Call it once the results are complete. */
      ids: () => Promise<string>;
      /**
       * Resolves once the list has not changed for a while, to the time of its last change in milliseconds
       * from the last query. Later changes are not part of the answer.
       */
      whole: () => Promise<number>;
      longestTask: () => LongestTask;
    };
  }
}

/**
 * Runs in the page before its scripts: submits and times queries, and records the longest task of the main
 * thread. It is sent as source, so it must not refer to anything outside of itself.
 */
export function installProbe(): void {
  const tasks: PerformanceEntry[] = [];
  const sendings: number[] = [];
  let begin = 0;
  let firstAsked = Infinity;
  let first = Number.NaN;
  let last = 0;
  let complete = Number.NaN;
  /** In milliseconds. */
  const still = 300;
  let shown: () => void = () => undefined;
  let idsOfLast: () => Promise<string[]> = () => Promise.resolve([]);
  new PerformanceObserver((entries) => {
    tasks.push(...entries.getEntries());
  }).observe({ type: 'longtask', buffered: true });
  // Only additions count. The previous list stays until then and may still receive excerpts.
  const watcher = new MutationObserver((changes) => {
    const into = changes.filter(({ addedNodes }) => addedNodes.length > 0).map(({ target }) => target);
    const now = performance.now() - begin;
    if (into.length === 0 || now > Math.max(last, complete) + still) return;
    last = now;
    if (!Number.isNaN(first) || !into.some((target) => target instanceof HTMLOListElement)) return;
    first = last;
    shown();
  });

  /** Submits a query like a visitor. Resolves to the number of letters once all are found. */
  const find = async (query: string): Promise<number> => {
    if (window.findLetters) {
      const ids = await window.findLetters(query);
      idsOfLast = () => Promise.resolve(ids);
      return ids.length;
    }
    const search = document.querySelector<
      HTMLElement & { search: (query: string) => Promise<{ ids: string[] }> }
    >('reply-search');
    const box = search?.querySelector<HTMLInputElement>('input[type=search]');
    const list = search?.querySelector<HTMLElement>('[data-results]');
    if (!search || !list || !box?.form) throw new Error('no search on this page');
    box.value = query;
    box.form.requestSubmit();
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        const { state } = list.dataset;
        if (state !== 'error' && state !== 'done') return;
        states.disconnect();
        if (state === 'done') resolve();
        else reject(new Error('the search failed'));
      };
      const states = new MutationObserver(look);
      states.observe(list, { attributes: true });
    });
    idsOfLast = async () => (await search.search(query)).ids;
    return Number(list.dataset.total);
  };

  window.probe = {
    async whole() {
      const left = () => Math.max(last, complete) + still - (performance.now() - begin);
      while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()));
      return Math.max(last, Number.isNaN(first) ? complete : first);
    },
    longestTask() {
      const longestOf = (some: readonly PerformanceEntry[]) =>
        some.reduce((longest, { duration }) => Math.max(longest, duration), 0);
      return {
        opening: longestOf(tasks.filter(({ startTime }) => startTime < firstAsked)),
        searching: longestOf(
          tasks.filter(
            ({ startTime, duration }) =>
              startTime >= firstAsked &&
              !sendings.some((time) => startTime <= time && time <= startTime + duration),
          ),
        ),
      };
    },
    async ask(query) {
      const list = document.querySelector('ol[data-results]');
      if (!list) throw new Error('no list on this page');
      watcher.takeRecords();
      watcher.observe(list, { childList: true, subtree: true });
      first = Number.NaN;
      last = 0;
      complete = Number.NaN;
      begin = performance.now();
      firstAsked = Math.min(firstAsked, begin);
      const count = await find(query);
      complete = performance.now() - begin;
      // Results may be shown later than they are known.
      if (count > 0 && Number.isNaN(first)) await new Promise<void>((resolve) => (shown = resolve));
      return {
        first: Number.isNaN(first) ? complete : first,
        complete,
        begun: performance.timeOrigin + begin,
      };
    },
    async ids() {
      const ids = (await idsOfLast()).join('\n');
      await new Promise((resolve) => setTimeout(resolve));
      sendings.push(performance.now());
      return ids;
    },
  };
}
