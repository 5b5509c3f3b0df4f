/** Milliseconds within which signals are one: Ctrl-C comes from the terminal, and again from the starting dafu.mjs. */
const sameSignal = 500;

/**
 * Calls back at the first SIGINT or SIGTERM; a later one ends the program at once.
 *
 * @returns Stops listening.
 */
export function onInterruption(leave: () => void): () => void {
  let first: number | undefined;
  const interrupted = () => {
    if (first === undefined) {
      first = Date.now();
      leave();
    } else if (Date.now() - first > sameSignal) process.exit(130);
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  return () => process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
}
