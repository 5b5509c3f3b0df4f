import { debounce } from '../typing.ts';

/** Milliseconds: long enough not to talk over further typing. */
const pause = 800;

/** Announces changes to screen readers, politely: of several in quick succession only the last. */
export interface Announcer {
  say: (text: string) => void;
  /** Drops an announcement that is still pending. */
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
      // Cleared at once: screen readers announce a repeated text only if it changes in between.
      region.textContent = '';
      if (text === '') settled.cancel();
      else settled.soon();
    },
    cancel: settled.cancel,
  };
}
