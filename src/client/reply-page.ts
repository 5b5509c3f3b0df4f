import { markedPhrases } from '../search/matches.ts';
import { markMatches } from './text-marks.ts';

// A result links to its letter with the query: the letter marks where it stands.
const query = new URLSearchParams(location.search).get('q');
const letter = document.querySelector('main[data-reply-id]');
if (query !== null && letter) {
  const phrases = markedPhrases(query);
  const blocks = letter.querySelectorAll('h1, [data-letter-body] [id], th, td, dd');
  const marks = [...blocks].flatMap((block) =>
    // A row's cells are marked by themselves, and what lies in a marked block is part of it.
    block.matches('tr') || block.parentElement?.closest('[data-letter-body] [id]:not(tr)')
      ? []
      : markMatches(block, phrases),
  );
  // The address may name the place itself, by its anchor.
  if (location.hash === '')
    (marks.find((mark) => mark.closest('[data-letter-body]')) ?? marks[0])?.scrollIntoView({
      block: 'center',
    });
}
