/** What a search page is asked to do and what is seen of it. Times in milliseconds from the query. */
export interface Answer {
  ids: string[];
  /** The first results stand in the list (or it is certain that there are none). */
  first: number;
  /** All letters are found and the first page of results is final. */
  complete: number;
}

declare global {
  interface Window {
    /** Put into every page before its own scripts. */
    probe?: { ask: (query: string) => Promise<Answer>; longestTask: () => number };
  }
}

/**
 * Runs in the page, before its scripts: how a query is put and timed, and which task of the main thread
 * held it up longest. It is sent as source, so that it may refer to nothing outside itself.
 */
export function installProbe(): void {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });

  const find = async (query: string): Promise<string[]> => {
    if (window.findLetters) return window.findLetters(query);
    const search = document.querySelector<
      HTMLElement & { search: (query: string) => Promise<{ ids: string[] }> }
    >('reply-search');
    if (!search) throw new Error('no search on this page');
    return (await search.search(query)).ids;
  };

  window.probe = {
    longestTask: () => longest,
    async ask(query) {
      const list = document.querySelector('ol[data-results]');
      list?.replaceChildren();
      // The emptying itself is told to the observer as well: only what comes in counts.
      let first: number | undefined;
      const begin = performance.now();
      const watcher = new MutationObserver((changes) => {
        if (changes.some(({ addedNodes }) => addedNodes.length > 0)) first ??= performance.now() - begin;
      });
      if (list) watcher.observe(list, { childList: true });
      const ids = await find(query);
      const complete = performance.now() - begin;
      watcher.disconnect();
      return { ids, first: first ?? complete, complete };
    },
  };
}
