import { asks, readState, writeState, type SearchState } from './search-state.ts';

/** What a history entry notes: it came about by typing, and typing on replaces it. */
interface Typed {
  typed: true;
}

/** The state that the address says. */
export function stateInAddress(): SearchState {
  return readState(new URLSearchParams(location.search));
}

/**
 * Puts a state into the address. What a visitor decides is a step that Back undoes; of what is typed,
 * letter by letter, only the last is one, be it submitted or not.
 */
export function putIntoAddress(state: SearchState, how: 'decided' | 'typed' | 'submitted'): void {
  const here = new URL(location.href);
  const same = here.search === writeState(state);
  here.search = writeState(state);
  here.hash = '';
  const entry: Typed | null = how === 'typed' ? { typed: true } : null;
  const overwrites =
    same || (how !== 'decided' && isTyped(history.state)) || (how === 'typed' && !asks(stateInAddress()));
  if (overwrites) history.replaceState(entry, '', here);
  else history.pushState(entry, '', here);
}

function isTyped(entry: unknown): entry is Typed {
  return typeof entry === 'object' && entry !== null && 'typed' in entry;
}
