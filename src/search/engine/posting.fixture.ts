import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import type { ZonePosting } from '../form/zone-chunk.ts';

/** Builds the posting of every token; each letter is a list of its tokens. */
export function buildPostings(letters: readonly (readonly string[])[]): Map<string, Posting> {
  const found = new Map<string, [row: number, positions: number[]][]>();
  for (const [row, tokens] of letters.entries())
    for (const [position, token] of tokens.entries()) {
      const occurrences = found.get(token) ?? [];
      const last = occurrences.at(-1);
      if (last?.[0] === row) last[1].push(position);
      else occurrences.push([row, [position]]);
      found.set(token, occurrences);
    }
  return new Map([...found].map(([token, occurrences]) => [token, toPosting(occurrences)]));
}

function toPosting(occurrences: readonly [row: number, positions: number[]][]): Posting {
  let end = 0;
  return {
    rows: Uint32Array.from(occurrences, ([row]) => row),
    starts: Uint32Array.of(0, ...occurrences.map(([, positions]) => (end += positions.length))),
    positions: Uint32Array.from(occurrences.flatMap(([, positions]) => positions)),
  };
}

/** Counts a token's positions in each zone, one by one. */
export function countZones(
  { rows, starts, positions }: Posting,
  [title, header, headings]: ZoneEnds,
): ZonePosting {
  const between = (from: readonly number[] | undefined, to: readonly number[] | undefined) =>
    Uint32Array.from(
      rows,
      (row, at) =>
        positions
          .subarray(starts[at], starts[at + 1])
          .filter((position) => position >= (from?.[row] ?? 0) && position < (to?.[row] ?? Infinity)).length,
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

/** All positions of some postings by letter, for comparison. */
export function positionsByRow(postings: readonly Posting[]): [row: number, positions: number[]][] {
  const found = new Map<number, number[]>();
  for (const { rows, starts, positions } of postings)
    for (const [at, row] of rows.entries())
      found.set(row, [...(found.get(row) ?? []), ...positions.subarray(starts[at], starts[at + 1])]);
  return [...found]
    .map(([row, positions]): [number, number[]] => [row, positions.sort((a, b) => a - b)])
    .sort(([a], [b]) => a - b);
}
