import { compareCodePoints } from '../../text/code-point-order.ts';
import type { ChunkRecord } from '../posting/chunk-files.ts';
import {
  compareTokens,
  isAtEnd,
  nextToken,
  openRun,
  skipLetters,
  tokenAt,
  type RunCursor,
} from '../posting/posting-run.ts';
import type { TouchedChunk } from './redeal.ts';
import { regionOf } from './region.ts';

/** A token whose postings change, and how many positions it loses at most. */
interface ChangedToken {
  token: string;
  loses: number;
}

/**
 * Finds the tokens whose postings differ between two runs.
 *
 * @param isSame Whether the rows of one run are those of the other, so that equal bytes are equal postings.
 */
export function compareRuns(before: Uint8Array, after: Uint8Array, isSame: boolean): ChangedToken[] {
  const changed: ChangedToken[] = [];
  const [one, other] = [openRun(before, new Uint32Array()), openRun(after, new Uint32Array())];
  while (!isAtEnd(one) || !isAtEnd(other)) {
    const order = isAtEnd(one) ? 1 : isAtEnd(other) ? -1 : compareTokens(one, other);
    const token = tokenAt(order > 0 ? other : one);
    const [left, right] = [
      order <= 0 ? takeLetters(one) : undefined,
      order >= 0 ? takeLetters(other) : undefined,
    ];
    if (isSame && left && right && left.bytes.equals(right.bytes)) continue;
    changed.push({ token, loses: left?.positions ?? 0 });
  }
  return changed;
}

function takeLetters(run: RunCursor): { bytes: Buffer; positions: number } {
  const from = run.tokenTo;
  const positions = skipLetters(run);
  const bytes = Buffer.from(run.bytes.buffer, run.bytes.byteOffset + from, run.at - from);
  nextToken(run);
  return { bytes, positions };
}

/** The tokens of a run. */
export function tokensOf(run: Uint8Array): string[] {
  const tokens: string[] = [];
  for (const cursor = openRun(run, new Uint32Array()); !isAtEnd(cursor); takeLetters(cursor))
    tokens.push(tokenAt(cursor));
  return tokens;
}

/** Finds the chunks of a region in which tokens change. @param tokens In order. */
export function findTouched(chunks: readonly ChunkRecord[], tokens: readonly ChangedToken[]): TouchedChunk[] {
  const touched: TouchedChunk[] = [];
  let index = 0;
  for (const { token, loses } of tokens) {
    for (
      let next = chunks[index + 1];
      next && compareCodePoints(next.first, token) <= 0;
      next = chunks[index + 1]
    )
      index += 1;
    const last = touched.at(-1);
    if (last?.index === index) last.loses += loses;
    else touched.push({ index, loses });
  }
  return touched;
}

/** Groups by region what has a token, in order. */
export function byRegion<Item>(items: readonly Item[], tokenOf: (item: Item) => string): Map<number, Item[]> {
  return Map.groupBy(items, (item) => regionOf(tokenOf(item)));
}
