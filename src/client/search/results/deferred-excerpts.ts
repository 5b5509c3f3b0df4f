/** Distance from the window within which letters get their excerpts after a pause. */
const margin = '600px 0px';
/** Milliseconds before excerpts outside the window are requested, which must not delay a visitor who types on. */
const pause = 500;
/** Milliseconds after which a visitor is taken to stay with a list. */
const stay = 2000;
/** Excerpts requested at a time: the next query waits for no more than these. */
const batch = 4;

/**
 * Requests the excerpts of letters in the window and, soon, near it; where the visitor stays, of all others
 * too, so that the list can be printed.
 *
 * @param items Those that lack their excerpt.
 * @param request Fills some items.
 * @param signal Ends it.
 */
export function requestDeferredExcerpts(
  items: readonly HTMLElement[],
  request: (items: readonly HTMLElement[]) => Promise<void>,
  signal: AbortSignal,
): void {
  const lacking = new Set(items);
  let observer: IntersectionObserver | undefined;
  const take = (taken: readonly HTMLElement[]) => {
    for (const item of taken) {
      lacking.delete(item);
      observer?.unobserve(item);
    }
    return request(taken);
  };
  const observe = (rootMargin: string) => {
    observer?.disconnect();
    observer = new IntersectionObserver(
      (entries) => {
        const near = new Set(entries.filter((entry) => entry.isIntersecting).map(({ target }) => target));
        const taken = [...lacking].filter((item) => near.has(item));
        if (taken.length > 0) void take(taken);
      },
      { rootMargin },
    );
    for (const item of lacking) observer.observe(item);
  };
  const takeRest = async () => {
    while (lacking.size > 0 && !signal.aborted) await take([...lacking].slice(0, batch));
  };
  observe('0px');
  const pausing = setTimeout(() => {
    observe(margin);
  }, pause);
  const staying = setTimeout(() => void takeRest(), stay);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(pausing);
      clearTimeout(staying);
      observer?.disconnect();
    },
    { once: true },
  );
}
