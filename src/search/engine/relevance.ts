import { bodyUnit, type ZoneEnds } from '../form/catalogue.ts';

/*
 * How much a letter is about a phrase. Where it stands weighs most: the title says most of what a letter
 * is about. So many matches in one part count about half of what any number could (`half`).
 */
const title = { weight: 14, half: 0.5 };
const header = { weight: 10, half: 0.5 };
const headings = { weight: 6, half: 1 };
const body = { weight: 4, half: 4 };
/** Tokens of the body of a letter of usual length: in a longer one as many matches say less. */
const usualLength = 3000;

/**
 * How much a letter is about a phrase: the parts it stands in, how often, with less added by every
 * further match, and how much of a title it is.
 *
 * @param places Where the phrase begins: those from `from` to before `to`, ascending.
 * @param length Tokens of the phrase.
 * @param ends Where the parts of the shard's letters end.
 */
export function relevance(
  places: Uint32Array,
  from: number,
  to: number,
  length: number,
  [titleEnds, headerEnds, headingEnds, bodyLengths]: ZoneEnds,
  row: number,
): number {
  const titleEnd = titleEnds[row] ?? 0;
  const afterTitle = firstFrom(places, from, to, titleEnd);
  const afterHeader = firstFrom(places, afterTitle, to, headerEnds[row] ?? 0);
  const afterHeadings = firstFrom(places, afterHeader, to, headingEnds[row] ?? 0);
  const bodyLength = (bodyLengths[row] ?? 0) * bodyUnit;
  const inTitle = afterTitle - from;
  const inBody = ((to - afterHeadings) * usualLength) / Math.max(usualLength / 3, bodyLength);
  return (
    weigh(title, inTitle) +
    weigh(header, afterHeader - afterTitle) +
    weigh(headings, afterHeadings - afterHeader) +
    weigh(body, inBody) +
    // A title's end lies about twice its length behind its beginning: its units follow once more.
    (inTitle > 0 ? title.weight * Math.min(1, (2 * length) / titleEnd) : 0)
  );
}

function weigh({ weight, half }: typeof title, count: number): number {
  return (weight * count) / (count + half);
}

function firstFrom(places: Uint32Array, from: number, to: number, place: number): number {
  let at = from;
  while (at < to && (places[at] ?? 0) < place) at += 1;
  return at;
}

/** Whether a place of a row stands in what names the letter: title, header values or headings. */
export function isNaming(place: number, [, , headingEnds]: ZoneEnds, row: number): boolean {
  return place < (headingEnds[row] ?? 0);
}
