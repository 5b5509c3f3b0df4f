import { bodyUnit, type ZoneEnds } from '../form/catalogue.ts';
import { zones, type Zone } from '../text/letter-text.ts';

/** What a match weighs by where it stands: the title says most of what a letter is about. */
const weights: Record<Zone, number> = { title: 14, header: 10, headings: 6, body: 4 };
/** So many matches in one part count about half of what any number could. */
const halfway: Record<Zone, number> = { title: 0.5, header: 0.5, headings: 1, body: 4 };
/** Tokens of the body of a letter of usual length: in a longer one as many matches say less. */
const usualLength = 3000;

/** Where the parts of one letter end, and the length of its body, in tokens. */
export type Ends = readonly [title: number, header: number, headings: number, bodyLength: number];

/** The ends of a row's parts. */
export function endsOf([titles, headers, headings, bodies]: ZoneEnds, row: number): Ends {
  return [titles[row] ?? 0, headers[row] ?? 0, headings[row] ?? 0, (bodies[row] ?? 0) * bodyUnit];
}

/**
 * How much a letter is about a phrase: the parts it stands in, how often, with less added by every
 * further match, and how much of a title it is.
 *
 * @param places Where the phrase begins, ascending.
 * @param length Tokens of the phrase.
 */
export function relevance(places: Uint32Array, length: number, ends: Ends): number {
  const counts: Record<Zone, number> = { title: 0, header: 0, headings: 0, body: 0 };
  for (const place of places) counts[zoneOf(place, ends)] += 1;
  const [title, , , bodyLength] = ends;
  counts.body *= usualLength / Math.max(usualLength / 3, bodyLength);
  let score = 0;
  for (const zone of zones) score += (weights[zone] * counts[zone]) / (counts[zone] + halfway[zone]);
  // A title's end lies about twice its length behind its beginning: its units follow once more.
  if (counts.title > 0) score += weights.title * Math.min(1, (2 * length) / title);
  return score;
}

/** Whether a place stands in what names a letter: title, header values or headings. */
export function isNaming(place: number, ends: Ends): boolean {
  return place < ends[2];
}

function zoneOf(place: number, [title, header, headings]: Ends): Zone {
  if (place < title) return 'title';
  if (place < header) return 'header';
  return place < headings ? 'headings' : 'body';
}
