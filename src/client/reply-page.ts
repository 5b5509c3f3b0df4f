import { address } from '../archive/address.ts';
import { markLetter, unmark, type MatchPlace } from './letter/letter-marks.ts';
import { createMarksBar } from './letter/marks-bar.ts';
import { asks, readState, writeState } from './search/search-state.ts';

// A result links to its letter with the search: the letter marks where it matches, and leads back.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const state = readState(new URLSearchParams(location.search));
const letter = document.querySelector<HTMLElement>('main[data-reply-id]');
if (letter && asks(state)) {
  const places = markLetter(letter, state.text);
  const results = new URL(address.search, new URL('../', own));
  results.search = writeState(state);
  const { bar, show } = createMarksBar({
    places,
    first: firstPlace(places),
    results: results.href,
    closed: () => {
      unmark(places);
      const here = new URL(location.href);
      here.search = '';
      history.replaceState(null, '', here);
      letter.focus({ preventScroll: true });
    },
  });
  document.body.append(bar);
  // The address may name the place itself, by its anchor.
  if (location.hash === '' && places.length > 0) show(firstPlace(places));
}

/** The place to begin with: the first from the address's anchor on, else the first of the letter's text. */
function firstPlace(places: readonly MatchPlace[]): number {
  const target = anchored();
  const begins = (mark: HTMLElement) =>
    target
      ? target.contains(mark) ||
        Boolean(target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)
      : mark.closest('[data-letter-body]') !== null;
  const first = places.findIndex(([mark]) => mark && begins(mark));
  return Math.max(0, first);
}

function anchored(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // Not the address of anything: `#%`.
    return null;
  }
}
