import { parsePlace, type Place } from './results/results-place.ts';
import { hasQuestion, readState, writeState, type SearchState } from './search-state.ts';

/** What a history entry keeps beside its address. */
interface Entry {
  /** It came about by typing: further typing replaces it. */
  typed?: true;
  /** Where in the results the visitor was. */
  place?: Place;
  /** The sheet of filters is open: Back closes it, and what is chosen in it replaces this entry. */
  sheet?: true;
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

/** Keeps the visitor's place in the results, for when they come back to this address from another page. */
export function keepPlace(place: Place): void {
  const entry: Entry = { ...currentEntry(), place };
  history.replaceState(entry, '');
}

/** The place that this history entry keeps. */
export function keptPlace(): Place | undefined {
  return parsePlace(currentEntry().place);
}

/** Adds an entry for the open sheet, at the same address. */
export function beginSheet(): void {
  const entry: Entry = { sheet: true };
  history.pushState(entry, '');
}

/** Makes of the entry of a sheet, to which the visitor came without it, one like others. */
export function forgetSheet(): void {
  const { sheet, ...entry } = currentEntry();
  if (sheet === true) history.replaceState(entry, '');
}

/**
 * Ends the entry of a sheet that the visitor closes: it stays if they chose something in it, and is left if not.
 *
 * @param before The state when it was opened.
 */
export function endSheet(before: SearchState): void {
  const { sheet, ...entry } = currentEntry();
  if (sheet !== true) return;
  history.replaceState(entry, '');
  if (writeState(readAddress()) === writeState(before)) history.back();
}

function readAddress(): SearchState {
  return readState(new URLSearchParams(location.search));
}

function writeAddress(state: SearchState, step: Step): void {
  const here = new URL(location.href);
  const same = here.search === writeState(state);
  here.search = writeState(state);
  here.hash = '';
  const isSheet = currentEntry().sheet === true;
  const entry: Entry = isSheet ? { sheet: true } : step === 'typed' ? { typed: true } : {};
  const overwrites =
    same ||
    isSheet ||
    (step !== 'decided' && currentEntry().typed === true) ||
    (step === 'typed' && !hasQuestion(readAddress()));
  if (overwrites) history.replaceState(entry, '', here);
  else history.pushState(entry, '', here);
}

function currentEntry(): Entry {
  const entry: unknown = history.state;
  return typeof entry === 'object' && entry !== null ? entry : {};
}
