import { address } from '../archive/address.ts';
import { readPageLetter } from './letter/cited-letter.ts';
import { connectCitations } from './letter/citation-tools.ts';
import { addFileCheck } from './letter/file-check-view.ts';
import { markLetter, unmark, type MatchMarks } from './letter/letter-marks.ts';
import { createMarksBar } from './letter/marks-bar.ts';
import { addParagraphLinks } from './letter/paragraph-links.ts';
import { hasQuestion, readState, writeState } from './search/search-state.ts';

const page = readPageLetter();
const body = document.querySelector<HTMLElement>('[data-letter-body]');
if (body) addParagraphLinks(body, page);
const tools = document.querySelector<HTMLElement>('[data-original]');
if (body && tools) addFileCheck(tools, body);
const citations = document.querySelector<HTMLElement>('[data-citation]');
if (page && citations) connectCitations(citations, page);

// The link from a result carries the search: the letter marks its matches and leads back to the results.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const state = readState(new URLSearchParams(location.search));
const letter = document.querySelector<HTMLElement>('main[data-reply-id]');
if (letter && hasQuestion(state)) {
  const matches = markLetter(letter, state.text);
  const results = new URL(address.search, new URL('../', own));
  results.search = writeState(state);
  const { bar, show } = createMarksBar({
    matches,
    first: firstMatch(matches),
    results: results.href,
    closed: () => {
      unmark(matches);
      const here = new URL(location.href);
      here.search = '';
      history.replaceState(null, '', here);
      letter.focus({ preventScroll: true });
    },
  });
  document.body.append(bar);
  // Unless the address's own anchor says where to go.
  if (location.hash === '' && matches.length > 0) show(firstMatch(matches));
}

/** Index of the match to start with: the first at or after the address's anchor, else the first in the body. */
function firstMatch(matches: readonly MatchMarks[]): number {
  const target = anchored();
  const begins = (mark: HTMLElement) =>
    target
      ? target.contains(mark) ||
        Boolean(target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)
      : mark.closest('[data-letter-body]') !== null;
  const first = matches.findIndex(([mark]) => mark && begins(mark));
  return Math.max(0, first);
}

function anchored(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // A malformed anchor, such as `#%`.
    return null;
  }
}
