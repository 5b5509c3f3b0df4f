/** When a search page answers. Times in milliseconds from the query. */
export interface Answer {
  /** The first results stand in the list (or it is certain that there are none). */
  first: number;
  /** All letters are known. */
  complete: number;
  /** When the query was put, in milliseconds since 1970. */
  begun: number;
}

/** The longest task of a page's main thread, in milliseconds; 0 when none took 50. */
export interface LongestTask {
  /** Until the first query was put. */
  opening: number;
  /** From then on; that of sending the answer out of the browser left out. */
  searching: number;
}

declare global {
  interface Window {
    /** Put into every page before its own scripts. */
    probe?: {
      ask: (query: string) => Promise<Answer>;
      /** All that was found with the last query, one a line; to be asked for when the page stands whole. */
      ids: () => Promise<string>;
      /**
       * Resolves when the list has stood still for a while: to when it changed for the last time, in
       * milliseconds from the last query. What is put into it later is no more part of the answer.
       */
      whole: () => Promise<number>;
      longestTask: () => LongestTask;
    };
  }
}

/**
 * Runs in the page, before its scripts: how a query is put and timed, and which task of the main thread
 * held it up longest. It is sent as source, so that it may refer to nothing outside itself.
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
  // Only what comes in counts. The list before stays until then, and may still get an excerpt.
  const watcher = new MutationObserver((changes) => {
    const into = changes.filter(({ addedNodes }) => addedNodes.length > 0).map(({ target }) => target);
    const now = performance.now() - begin;
    if (into.length === 0 || now > Math.max(last, complete) + still) return;
    last = now;
    if (!Number.isNaN(first) || !into.some((target) => target instanceof HTMLOListElement)) return;
    first = last;
    shown();
  });

  /** Puts a query as a visitor does. Resolves when all is found, to how many letters that is. */
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
      // What was found may be shown later than it was known.
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
