/**
 * Watches whether the visitor presses on something: what moves between pressing and letting go makes a
 * click go to another place than it was meant for.
 *
 * @returns Resolves when nothing is pressed.
 */
export function watchPressing(): () => Promise<void> {
  let released = Promise.resolve();
  addEventListener(
    'pointerdown',
    () => {
      const ended = new AbortController();
      released = new Promise((resolve) => {
        const end = () => {
          ended.abort();
          // What a click does comes first.
          setTimeout(resolve);
        };
        for (const type of ['pointerup', 'pointercancel'])
          addEventListener(type, end, { capture: true, signal: ended.signal });
      });
    },
    { capture: true },
  );
  return () => released;
}
