import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import type { ZonePosting } from '../form/zone-chunk.ts';

/** Where every token of some letters stands; each letter is its tokens. */
export function postingsOf(letters: readonly (readonly string[])[]): Map<string, Posting> {
  const found = new Map<string, [row: number, places: number[]][]>();
  for (const [row, tokens] of letters.entries())
    for (const [place, token] of tokens.entries()) {
      const stands = found.get(token) ?? [];
      const last = stands.at(-1);
      if (last?.[0] === row) last[1].push(place);
      else stands.push([row, [place]]);
      found.set(token, stands);
    }
  return new Map([...found].map(([token, stands]) => [token, toPosting(stands)]));
}

function toPosting(stands: readonly [row: number, places: number[]][]): Posting {
  let end = 0;
  return {
    rows: Uint32Array.from(stands, ([row]) => row),
    starts: Uint32Array.of(0, ...stands.map(([, places]) => (end += places.length))),
    places: Uint32Array.from(stands.flatMap(([, places]) => places)),
  };
}

/** How often a token stands in each zone, counted place by place. */
export function toZones({ rows, starts, places }: Posting, [title, header, headings]: ZoneEnds): ZonePosting {
  const between = (from: readonly number[] | undefined, to: readonly number[] | undefined) =>
    Uint32Array.from(
      rows,
      (row, at) =>
        places
          .subarray(starts[at], starts[at + 1])
          .filter((place) => place >= (from?.[row] ?? 0) && place < (to?.[row] ?? Infinity)).length,
    );
  return {
    rows,
    zones: [
      between(undefined, title),
      between(title, header),
      between(header, headings),
      between(headings, undefined),
    ],
  };
}

/** The places of all of some postings by letter, to be compared. */
export function byLetter(postings: readonly Posting[]): [row: number, places: number[]][] {
  const found = new Map<number, number[]>();
  for (const { rows, starts, places } of postings)
    for (const [at, row] of rows.entries())
      found.set(row, [...(found.get(row) ?? []), ...places.subarray(starts[at], starts[at + 1])]);
  return [...found]
    .map(([row, places]): [number, number[]] => [row, places.sort((a, b) => a - b)])
    .sort(([a], [b]) => a - b);
}
