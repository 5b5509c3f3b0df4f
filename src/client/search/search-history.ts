import { hasQuestion, readState, writeState, type SearchState } from './search-state.ts';

/** Marks a history entry that came about by typing: further typing replaces it. */
interface Typed {
  typed: true;
}

/** How the visitor came to a state. */
export type Step = 'decided' | 'typed' | 'submitted';

/** The search state in the address. */
export interface SearchHistory {
  read: () => SearchState;
  /**
   * Puts a state into the address. Back undoes what a visitor decides, but of what is typed, letter by letter,
   * only the last state, submitted or not.
   */
  write: (state: SearchState, step: Step) => void;
}

/** The state in the address of this page. */
export const addressHistory: SearchHistory = { read: readAddress, write: writeAddress };

function readAddress(): SearchState {
  return readState(new URLSearchParams(location.search));
}

function writeAddress(state: SearchState, step: Step): void {
  const here = new URL(location.href);
  const same = here.search === writeState(state);
  here.search = writeState(state);
  here.hash = '';
  const entry: Typed | null = step === 'typed' ? { typed: true } : null;
  const overwrites =
    same ||
    (step !== 'decided' && isTyped(history.state)) ||
    (step === 'typed' && !hasQuestion(readAddress()));
  if (overwrites) history.replaceState(entry, '', here);
  else history.pushState(entry, '', here);
}

function isTyped(entry: unknown): entry is Typed {
  return typeof entry === 'object' && entry !== null && 'typed' in entry;
}
