/** Letters in the window get their excerpts at once; a little later those as near to it as this. */
const margin = '600px 0px';
/** So long, in milliseconds: who types on is not held up by what is not seen. */
const pause = 500;
/** The visitor stays with a list that stood for so long, in milliseconds. */
const stay = 2000;
/** Excerpts that are asked for together: a further query waits for no more. */
const portion = 4;

/** Asks for the excerpts that a list lacks when it is shown. */
export interface LaterExcerpts {
  /**
   * Asks for the excerpts of letters in the window and, soon, near it; where the visitor stays, for all
   * others too, so that the list can be printed. What was awaited before is forgotten.
   *
   * @param ask Fills some items.
   * @param isWanted Whether the visitor still waits for it.
   */
  expect: (
    items: readonly HTMLElement[],
    ask: (items: readonly HTMLElement[]) => Promise<void>,
    isWanted: () => boolean,
  ) => void;
  forget: () => void;
}

export function createLaterExcerpts(): LaterExcerpts {
  let forget = () => {
    // Nothing is awaited yet.
  };

  return {
    expect(items, ask, isWanted) {
      forget();
      const lacking = new Set(items);
      let observer: IntersectionObserver | undefined;
      const take = (taken: readonly HTMLElement[]) => {
        for (const item of taken) {
          lacking.delete(item);
          observer?.unobserve(item);
        }
        return ask(taken);
      };
      const observe = (rootMargin: string) => {
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
      observe('0px');
      const pausing = setTimeout(() => {
        observer?.disconnect();
        observe(margin);
      }, pause);
      const takeRest = async () => {
        while (lacking.size > 0 && isWanted()) await take([...lacking].slice(0, portion));
      };
      const staying = setTimeout(() => void takeRest(), stay);
      forget = () => {
        clearTimeout(pausing);
        clearTimeout(staying);
        observer?.disconnect();
        lacking.clear();
      };
    },
    forget: () => {
      forget();
    },
  };
}
