/** What a search page answers. Times in milliseconds from the query. */
export interface Answer {
  /** One a line. */
  ids: string;
  /** The first results stand in the list (or it is certain that there are none). */
  first: number;
  /** All letters are known. */
  complete: number;
  /** When the query was put, in milliseconds since 1970. */
  begun: number;
}

declare global {
  interface Window {
    /** Put into every page before its own scripts. */
    probe?: {
      ask: (query: string) => Promise<Answer>;
      /** When the list changed for the last time, in milliseconds from the last query. */
      lastChange: () => number;
      longestTask: () => number;
    };
  }
}

/**
 * Runs in the page, before its scripts: how a query is put and timed, and which task of the main thread
 * held it up longest, that of sending the answer out of the browser left out. It is sent as source, so that
 * it may refer to nothing outside itself.
 */
export function installProbe(): void {
  const tasks: PerformanceEntry[] = [];
  const sendings: number[] = [];
  let begin = 0;
  let first = Number.NaN;
  let last = 0;
  let shown: () => void = () => undefined;
  new PerformanceObserver((entries) => {
    tasks.push(...entries.getEntries());
  }).observe({ type: 'longtask', buffered: true });
  // The emptying before a query is told as well: only what comes in counts.
  const watcher = new MutationObserver((changes) => {
    if (!changes.some(({ addedNodes }) => addedNodes.length > 0)) return;
    last = performance.now() - begin;
    if (!Number.isNaN(first)) return;
    first = last;
    shown();
  });

  const find = async (query: string): Promise<string[]> => {
    if (window.findLetters) return window.findLetters(query);
    const search = document.querySelector<
      HTMLElement & { search: (query: string) => Promise<{ ids: string[] }> }
    >('reply-search');
    if (!search) throw new Error('no search on this page');
    return (await search.search(query)).ids;
  };

  window.probe = {
    lastChange: () => last,
    longestTask: () =>
      tasks
        .filter(
          ({ startTime, duration }) =>
            !sendings.some((time) => startTime <= time && time <= startTime + duration),
        )
        .reduce((longest, { duration }) => Math.max(longest, duration), 0),
    async ask(query) {
      const list = document.querySelector('ol[data-results]');
      if (!list) throw new Error('no list on this page');
      list.replaceChildren();
      watcher.takeRecords();
      watcher.observe(list, { childList: true, subtree: true });
      first = Number.NaN;
      last = 0;
      begin = performance.now();
      const ids = await find(query);
      const complete = performance.now() - begin;
      // What was found may be shown later than it was known.
      if (ids.length > 0 && Number.isNaN(first)) await new Promise<void>((resolve) => (shown = resolve));
      const answer = {
        ids: ids.join('\n'),
        first: Number.isNaN(first) ? complete : first,
        complete,
        begun: performance.timeOrigin + begin,
      };
      await new Promise((resolve) => setTimeout(resolve));
      sendings.push(performance.now());
      return answer;
    },
  };
}
