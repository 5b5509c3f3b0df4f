import { bodyUnit, type ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import type { Standing } from './posting-cursor.ts';

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

/** How often a phrase stands in each part of every letter of a shard. */
export interface ZoneCounts {
  /** Counts some places more. */
  add: (standing: Standing) => void;
  /** Whether the phrase stands in what names the letter: title, header values or headings. */
  names: (row: number) => boolean;
  /**
   * How much a letter is about the phrase: the parts it stands in, how often, with less added by every
   * further match, and how much of a title it is.
   *
   * @param length Tokens of the phrase.
   */
  relevance: (row: number, length: number) => number;
}

/**
 * @param zoneEnds Where the parts of the letters end.
 * @param letters Of the shard.
 */
export function createZoneCounts(
  [titleEnds, headerEnds, headingEnds, bodyLengths]: ZoneEnds,
  letters: number,
): ZoneCounts {
  const inTitle = new Uint32Array(letters);
  const inHeader = new Uint32Array(letters);
  const inHeadings = new Uint32Array(letters);
  const inBody = new Uint32Array(letters);
  const addPlaces = ({ rows, starts, places }: Posting) => {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0];
      const header = firstFrom(places, from, to, titleEnds[row] ?? 0);
      const headings = firstFrom(places, header, to, headerEnds[row] ?? 0);
      const body = firstFrom(places, headings, to, headingEnds[row] ?? 0);
      inTitle[row] = (inTitle[row] ?? 0) + header - from;
      inHeader[row] = (inHeader[row] ?? 0) + headings - header;
      inHeadings[row] = (inHeadings[row] ?? 0) + body - headings;
      inBody[row] = (inBody[row] ?? 0) + to - body;
    }
  };
  return {
    add(standing) {
      if ('places' in standing) addPlaces(standing);
      else
        for (const [zone, counts] of [inTitle, inHeader, inHeadings, inBody].entries())
          addCounts(counts, standing.rows, standing.zones[zone] ?? new Uint32Array());
    },
    names: (row) => (inTitle[row] ?? 0) + (inHeader[row] ?? 0) + (inHeadings[row] ?? 0) > 0,
    relevance(row, length) {
      const titled = inTitle[row] ?? 0;
      const bodyLength = (bodyLengths[row] ?? 0) * bodyUnit;
      const dense = ((inBody[row] ?? 0) * usualLength) / Math.max(usualLength / 3, bodyLength);
      return (
        weigh(title, titled) +
        weigh(header, inHeader[row] ?? 0) +
        weigh(headings, inHeadings[row] ?? 0) +
        weigh(body, dense) +
        // A title's end lies about twice its length behind its beginning: its units follow once more.
        (titled > 0 ? title.weight * Math.min(1, (2 * length) / (titleEnds[row] ?? 0)) : 0)
      );
    },
  };
}

function addCounts(counts: Uint32Array, rows: Uint32Array, more: Uint32Array): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    counts[row] = (counts[row] ?? 0) + (more[index] ?? 0);
  }
}

function weigh({ weight, half }: typeof title, count: number): number {
  return (weight * count) / (count + half);
}

/** The first index whose place is not before `place`. */
function firstFrom(places: Uint32Array, from: number, to: number, place: number): number {
  let at = from;
  while (at < to && (places[at] ?? 0) < place) at += 1;
  return at;
}
