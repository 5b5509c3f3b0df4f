import { bodyUnit, type ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { hasPositions, type Occurrences } from './occurrences.ts';

/*
 * How relevant a letter is to a phrase. The zone weighs most: the title says most of what a letter is about.
 * `half` is the number of matches in a zone that count half of what any number of them could.
 */
const title = { weight: 14, half: 0.5 };
const header = { weight: 10, half: 0.5 };
const headings = { weight: 6, half: 1 };
const body = { weight: 4, half: 4 };
/** Tokens of a body of usual length: in a longer one as many matches say less. */
const usualLength = 2300;

/** How often a phrase occurs in each zone of every letter of a shard. */
export interface ZoneCounts {
  add: (occurrences: Occurrences) => void;
  /** Whether the phrase occurs in the title, header values or headings. */
  isInName: (row: number) => boolean;
  /**
   * How relevant a letter is: the zones in which the phrase occurs, how often, with less added by every
   * further match, and how much of the title it is.
   *
   * @param length Tokens of the phrase.
   */
  relevance: (row: number, length: number) => number;
}

/**
 * @param zoneEnds Where the zones of the letters end.
 * @param letters Number of letters in the shard.
 */
export function createZoneCounts(
  [titleEnds, headerEnds, headingEnds, bodyLengths]: ZoneEnds,
  letters: number,
): ZoneCounts {
  const inTitle = new Uint32Array(letters);
  const inHeader = new Uint32Array(letters);
  const inHeadings = new Uint32Array(letters);
  const inBody = new Uint32Array(letters);
  const addPositions = ({ rows, starts, positions }: Posting) => {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0];
      const header = firstFrom(positions, from, to, titleEnds[row] ?? 0);
      const headings = firstFrom(positions, header, to, headerEnds[row] ?? 0);
      const body = firstFrom(positions, headings, to, headingEnds[row] ?? 0);
      inTitle[row] = (inTitle[row] ?? 0) + header - from;
      inHeader[row] = (inHeader[row] ?? 0) + headings - header;
      inHeadings[row] = (inHeadings[row] ?? 0) + body - headings;
      inBody[row] = (inBody[row] ?? 0) + to - body;
    }
  };
  return {
    add(occurrences) {
      if (hasPositions(occurrences)) addPositions(occurrences);
      else
        for (const [zone, counts] of [inTitle, inHeader, inHeadings, inBody].entries())
          addCounts(counts, occurrences.rows, occurrences.zones[zone] ?? new Uint32Array());
    },
    isInName: (row) => (inTitle[row] ?? 0) + (inHeader[row] ?? 0) + (inHeadings[row] ?? 0) > 0,
    relevance(row, length) {
      const titled = inTitle[row] ?? 0;
      const bodyLength = (bodyLengths[row] ?? 0) * bodyUnit;
      const density = ((inBody[row] ?? 0) * usualLength) / Math.max(usualLength / 3, bodyLength);
      return (
        weigh(title, titled) +
        weigh(header, inHeader[row] ?? 0) +
        weigh(headings, inHeadings[row] ?? 0) +
        weigh(body, density) +
        (titled > 0 ? title.weight * Math.min(1, length / (titleEnds[row] ?? 0)) : 0)
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

/** The first index from `from` up to `to` whose position is not below `position`; else `to`. */
function firstFrom(positions: Uint32Array, from: number, to: number, position: number): number {
  let at = from;
  while (at < to && (positions[at] ?? 0) < position) at += 1;
  return at;
}
