/** When a menu opens or the window loses focus, no `pointerup` follows. */
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'blur'];

/**
 * Watches the pointer: an element that moves between press and release makes a click miss its target.
 *
 * @returns A function whose promise resolves when nothing is pressed.
 */
export function watchPointer(): () => Promise<void> {
  let released = Promise.resolve();
  addEventListener(
    'pointerdown',
    ({ button }) => {
      // Other buttons open menus and do not click.
      if (button !== 0) return;
      const ended = new AbortController();
      released = new Promise((resolve) => {
        const end = ({ type, target, currentTarget }: Event) => {
          // A press takes the focus from an element: that is no end of it.
          if (type === 'blur' && target !== currentTarget) return;
          ended.abort();
          // Let the click's own handlers run first.
          setTimeout(resolve);
        };
        for (const type of ends) addEventListener(type, end, { capture: true, signal: ended.signal });
      });
    },
    { capture: true },
  );
  return () => released;
}
