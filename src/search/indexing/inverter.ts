import { compareCodePoints } from '../text/code-point-order.ts';
import type { TokenPosting } from './token-posting.ts';

/**
 * Inverts letters: from the tokens of each letter to the letters and positions of each token. Tokens are
 * interned while they are read and then sorted by counting, so memory grows by some 16 bytes for each
 * occurrence and by no object.
 *
 * @param letters Tokens of each letter, in order of reading; a letter's row is its place among them.
 * @yields Each token once, in the order of code points. The arrays are shared: they must not be changed.
 */
export function* invert(letters: Iterable<readonly string[]>): Generator<TokenPosting> {
  const { tokens, occurrences, ends } = intern(letters);
  const { total, inLetters } = countTokens(tokens.length, occurrences, ends);
  const [firstStep, firstLetter] = [startsOf(total), startsOf(inLetters)];
  const [nextStep, nextLetter] = [firstStep.slice(), firstLetter.slice()];
  const steps = new Uint32Array(occurrences.length);
  const rows = new Uint32Array(firstLetter[tokens.length] ?? 0);
  const counts = new Uint32Array(rows.length);
  const lastPosition = new Uint32Array(tokens.length);
  let from = 0;
  for (const [row, end] of ends.entries()) {
    for (let at = from; at < end; at += 1) {
      const id = occurrences[at] ?? 0;
      const position = at - from;
      let letter = (nextLetter[id] ?? 0) - 1;
      const isFirst = letter < (firstLetter[id] ?? 0) || rows[letter] !== row;
      if (isFirst) {
        letter += 1;
        rows[letter] = row;
        nextLetter[id] = letter + 1;
      }
      counts[letter] = (counts[letter] ?? 0) + 1;
      const step = nextStep[id] ?? 0;
      steps[step] = isFirst ? position : position - (lastPosition[id] ?? 0);
      nextStep[id] = step + 1;
      lastPosition[id] = position;
    }
    from = end;
  }
  for (const id of inOrder(tokens))
    yield {
      token: tokens[id] ?? '',
      rows: rows.subarray(firstLetter[id], firstLetter[id + 1]),
      counts: counts.subarray(firstLetter[id], firstLetter[id + 1]),
      steps: steps.subarray(firstStep[id], firstStep[id + 1]),
    };
}

interface Interned {
  /** Each token once; its place is its id. */
  tokens: string[];
  /** Ids of the tokens of all letters, one letter after the other. */
  occurrences: Uint32Array;
  /** Of each letter, the place after its last occurrence. */
  ends: number[];
}

function intern(letters: Iterable<readonly string[]>): Interned {
  const ids = new Map<string, number>();
  const ends: number[] = [];
  let occurrences = new Uint32Array(1 << 16);
  let length = 0;
  for (const tokens of letters) {
    if (length + tokens.length > occurrences.length) {
      const larger = new Uint32Array(Math.max(2 * occurrences.length, length + tokens.length));
      larger.set(occurrences);
      occurrences = larger;
    }
    for (const token of tokens) {
      let id = ids.get(token);
      if (id === undefined) {
        id = ids.size;
        ids.set(token, id);
      }
      occurrences[length] = id;
      length += 1;
    }
    ends.push(length);
  }
  return { tokens: [...ids.keys()], occurrences: occurrences.subarray(0, length), ends };
}

/** How often each token occurs, and in how many letters. */
function countTokens(
  tokens: number,
  occurrences: Uint32Array,
  ends: readonly number[],
): { total: Uint32Array; inLetters: Uint32Array } {
  const [total, inLetters] = [new Uint32Array(tokens), new Uint32Array(tokens)];
  // Row of the last letter that has a token, counted from 1.
  const lastLetter = new Uint32Array(tokens);
  let at = 0;
  for (const [row, end] of ends.entries())
    for (; at < end; at += 1) {
      const id = occurrences[at] ?? 0;
      total[id] = (total[id] ?? 0) + 1;
      if (lastLetter[id] === row + 1) continue;
      lastLetter[id] = row + 1;
      inLetters[id] = (inLetters[id] ?? 0) + 1;
    }
  return { total, inLetters };
}

/** Where each token's share begins in an array of all; one more at the end. */
function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let sum = 0;
  for (const [id, count] of counts.entries()) {
    starts[id] = sum;
    sum += count;
  }
  starts[counts.length] = sum;
  return starts;
}

function inOrder(tokens: readonly string[]): Uint32Array {
  return Uint32Array.from(tokens.keys()).sort((a, b) => compareCodePoints(tokens[a] ?? '', tokens[b] ?? ''));
}
