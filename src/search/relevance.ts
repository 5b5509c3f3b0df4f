import { zones, type Zone } from './letter-text.ts';

/** What a match weighs by where it stands: the title says most of what a letter is about. */
const weights: Record<Zone, number> = { title: 12, header: 9, headings: 4, body: 2 };
/** So many matches in one part count about half of what any number could. */
const halfway = 3;

/**
 * How much a letter is about a phrase: the part it stands in, and how often, with less added by every
 * further match.
 *
 * @param places Where the phrase stands, ascending.
 * @param ends Place after the title, the header values and the headings.
 */
export function relevance(places: readonly number[], ends: readonly [number, number, number]): number {
  const counts: Record<Zone, number> = { title: 0, header: 0, headings: 0, body: 0 };
  for (const place of places) counts[zoneOf(place, ends)] += 1;
  let score = 0;
  for (const zone of zones) score += (weights[zone] * counts[zone]) / (counts[zone] + halfway);
  return score;
}

function zoneOf(place: number, [title, header, headings]: readonly [number, number, number]): Zone {
  if (place < title) return 'title';
  if (place < header) return 'header';
  return place < headings ? 'headings' : 'body';
}
