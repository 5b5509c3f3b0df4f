import { whenSettled } from './typing.ts';

/** In milliseconds: long enough that typing on is not talked over. */
const pause = 800;

/**
 * Tells screen readers what happened, politely: only the last of what comes in short order.
 *
 * @param region A live region, `role="status"`.
 */
export function createAnnouncer(region: HTMLElement): (text: string) => void {
  let next = '';
  const settled = whenSettled(pause, () => {
    region.textContent = next;
  });
  return (text) => {
    next = text;
    // Silence needs no waiting; and the same count, said again, must be a change.
    region.textContent = '';
    if (text === '') settled.cancel();
    else settled.soon();
  };
}
