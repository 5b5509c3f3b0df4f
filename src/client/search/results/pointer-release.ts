/** Where a menu opens or the window is left, letting go is told to nobody. */
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'blur'];

/**
 * Watches whether the visitor presses on something: what moves between pressing and letting go makes a
 * click go to another place than it was meant for.
 *
 * @returns Resolves when nothing is pressed.
 */
export function watchPointer(): () => Promise<void> {
  let released = Promise.resolve();
  addEventListener(
    'pointerdown',
    ({ button }) => {
      // Other buttons open menus; they click on nothing.
      if (button !== 0) return;
      const ended = new AbortController();
      released = new Promise((resolve) => {
        const end = () => {
          ended.abort();
          // What a click does comes first.
          setTimeout(resolve);
        };
        for (const type of ends) addEventListener(type, end, { capture: true, signal: ended.signal });
      });
    },
    { capture: true },
  );
  return () => released;
}
