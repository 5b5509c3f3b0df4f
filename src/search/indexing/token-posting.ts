import { compareCodePoints } from '../text/code-point-order.ts';

/** Where a token occurs, while an index is written. */
export interface TokenPosting {
  token: string;
  /** The letters by row, ascending, each with the steps from one position to the next, the first from 0. */
  letters: { row: number; steps: number[] }[];
}

/**
 * Encodes the beginning of every chunk: the number of tokens, of letters for each, and these letters as steps from
 * one row to the next, the first of each token from 0.
 */
export function encodeRows(postings: readonly TokenPosting[]): number[] {
  return [
    postings.length,
    ...postings.map(({ letters }) => letters.length),
    ...postings.flatMap(({ letters }) => letters.map(({ row }, at) => row - (letters[at - 1]?.row ?? 0))),
  ];
}

/** An index of consecutive letters of a shard. */
export interface PartialIndex {
  /** Row of the first letter. */
  from: number;
  /** In the order of the tokens; rows count from the part's first letter. */
  postings: Iterable<TokenPosting>;
}

/**
 * Merges the indexes of the parts of a shard.
 *
 * @param parts In the order of their letters.
 * @yields In the order of the tokens, each once.
 */
export function* mergePostings(parts: readonly PartialIndex[]): Generator<TokenPosting> {
  const open = parts.map(({ from, postings }) => {
    const iterator = postings[Symbol.iterator]();
    return { from, iterator, next: iterator.next() };
  });
  for (;;) {
    let least: string | undefined;
    for (const { next } of open) {
      if (next.done === true) continue;
      const { token } = next.value;
      if (least === undefined || compareCodePoints(token, least) < 0) least = token;
    }
    if (least === undefined) return;
    const merged: TokenPosting = { token: least, letters: [] };
    for (const part of open) {
      if (part.next.done === true || part.next.value.token !== least) continue;
      for (const { row, steps } of part.next.value.letters)
        merged.letters.push({ row: part.from + row, steps });
      part.next = part.iterator.next();
    }
    yield merged;
  }
}
