import { nextToken, isAtEnd, openRun, skipLetters, type RunCursor } from '../posting/posting-run.ts';

/**
 * A region is the tokens whose first characters have all but their lowest eight bits in common. No chunk belongs to
 * two, so regions are dealt side by side, and a change in one does not reach another.
 */
export interface Region {
  region: number;
  /** Range in the bytes of a run. */
  from: number;
  to: number;
}

/** The region of a token. */
export function regionOf(token: string): number {
  return (token.codePointAt(0) ?? 0) >> 8;
}

/** Finds where the regions of a run are. */
export function findRegions(run: Uint8Array): Region[] {
  const regions: Region[] = [];
  const cursor = openRun(run, new Uint32Array());
  let from = 0;
  while (!isAtEnd(cursor)) {
    const region = firstCodePoint(cursor) >> 8;
    skipLetters(cursor);
    const to = cursor.at;
    const last = regions.at(-1);
    if (last?.region === region) last.to = to;
    else regions.push({ region, from, to });
    from = to;
    nextToken(cursor);
  }
  return regions;
}

/** Decodes the first character of the current token from UTF-8. */
function firstCodePoint({ bytes, tokenFrom }: RunCursor): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(tokenFrom, tokenFrom + 4);
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | (second & 0x3f);
  if (first < 0xf0) return ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return ((first & 0x07) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f);
}
