import { debounce } from '../typing.ts';

/** In milliseconds: long enough that typing on is not talked over. */
const pause = 800;

/** Tells screen readers what happened, politely: only the last of what comes in short order. */
export interface Announcer {
  say: (text: string) => void;
  /** What was not read out yet is not read out any more. */
  cancel: () => void;
}

/** @param region A live region, `role="status"`. */
export function createAnnouncer(region: HTMLElement): Announcer {
  let next = '';
  const settled = debounce(pause, () => {
    region.textContent = next;
  });
  return {
    say(text) {
      next = text;
      // Silence needs no waiting; and the same count, said again, must be a change.
      region.textContent = '';
      if (text === '') settled.cancel();
      else settled.soon();
    },
    cancel: settled.cancel,
  };
}
