/** Distances reach back this far (RFC 1951). */
const window = 32_768;
const longestMatch = 258;
/** Shorter matches save little. */
const shortestMatch = 4;
const hashBits = 15;

/*
 * Where four bytes of a hash occurred last, and for each position where they did before. Positions are counted from
 * `base`, which grows with each input, so that nothing is cleared between the many small ones.
 */
const last = new Int32Array(1 << hashBits);
const before = new Int32Array(window);
let base = 0;

/** A part of the input. */
export interface InputPart {
  /** Where it ends. */
  end: number;
  /**
   * How many earlier places are compared at each position. With several, a reference also waits for a longer one at
   * the next position; with none only runs of one byte are replaced, which is best for numbers.
   */
  probes: number;
}

/** Shorter runs are as cheap as literals. */
const shortestRun = 8;

/** What was found. */
let length = 0;
let distance = 0;

/**
 * Replaces what occurred before by references to it (LZ77).
 *
 * @param parts In order; no reference reaches across their ends.
 * @param steps Receives a literal as its byte, a reference as `length << 16 | distance`; as long as the input.
 * @returns How many steps there are up to the end of each part.
 */
export function findMatches(input: Uint8Array, parts: readonly InputPart[], steps: Uint32Array): number[] {
  const begin = base + window;
  base = begin + input.length;
  if (base > 2 ** 30) {
    last.fill(0);
    base = 0;
    return findMatches(input, parts, steps);
  }
  let [at, count] = [0, 0];
  return parts.map(({ end, probes }) => {
    if (probes === 0) {
      count = findRuns(input, at, end, steps, count);
      at = end;
    }
    while (at < end) {
      findLongest(input, at, end, begin, probes);
      let [found, from] = [length, distance];
      while (probes > 1 && found >= shortestMatch && found < 64) {
        findLongest(input, at + 1, end, begin, probes);
        if (length <= found) {
          // The next position is remembered already.
          at += 1;
          break;
        }
        steps[count++] = input[at++] ?? 0;
        [found, from] = [length, distance];
      }
      if (found < shortestMatch) {
        steps[count++] = input[at++] ?? 0;
        continue;
      }
      steps[count++] = (found << 16) | from;
      const isNext = probes > 1 && found < 64;
      const to = isNext ? at - 1 + found : at + found;
      rememberAll(input, at + 1, to, end, begin);
      at = Math.max(at + 1, to);
    }
    return count;
  });
}

/** Replaces runs of one byte; returns how many steps there are then. */
function findRuns(input: Uint8Array, from: number, end: number, steps: Uint32Array, before: number): number {
  let count = before;
  for (let at = from; at < end;) {
    const byte = input[at] ?? 0;
    const until = Math.min(end, at + 1 + longestMatch);
    let to = at + 1;
    while (to < until && input[to] === byte) to += 1;
    steps[count++] = byte;
    at += 1;
    if (to - at >= shortestRun) {
      steps[count++] = ((to - at) << 16) | 1;
      at = to;
    } else for (; at < to; at += 1) steps[count++] = byte;
  }
  return count;
}

/** Remembers a position; returns where the same hash was before, from the start of the input. */
function remember(input: Uint8Array, at: number, end: number, begin: number): number {
  if (at + shortestMatch > end) return -1;
  const four =
    (input[at] ?? 0) |
    ((input[at + 1] ?? 0) << 8) |
    ((input[at + 2] ?? 0) << 16) |
    ((input[at + 3] ?? 0) << 24);
  const hash = Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
  const earlier = last[hash] ?? 0;
  last[hash] = begin + at;
  before[at & (window - 1)] = earlier;
  return earlier - begin;
}

/** Remembers the positions of a match: each reads one byte more than the one before. */
function rememberAll(input: Uint8Array, from: number, to: number, end: number, begin: number): void {
  const until = Math.min(to, end + 1 - shortestMatch);
  if (from >= until) return;
  let four = ((input[from] ?? 0) << 8) | ((input[from + 1] ?? 0) << 16) | ((input[from + 2] ?? 0) << 24);
  for (let at = from; at < until; at += 1) {
    four = (four >>> 8) | ((input[at + 3] ?? 0) << 24);
    const hash = Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
    before[at & (window - 1)] = last[hash] ?? 0;
    last[hash] = begin + at;
  }
}

/** Sets `length` and `distance` to the longest match at a position, or `length` to 0; remembers the position. */
function findLongest(input: Uint8Array, at: number, end: number, begin: number, probes: number): void {
  let [longest, farthest] = [0, 0];
  let from = remember(input, at, end, begin);
  const until = Math.min(end, at + longestMatch);
  for (let left = probes; left > 0 && from >= 0 && at - from < window; left -= 1) {
    if (longest === 0 || input[from + longest] === input[at + longest]) {
      let to = at;
      for (let other = from; to < until && input[other] === input[to]; other += 1) to += 1;
      if (to - at > longest) {
        longest = to - at;
        farthest = at - from;
        if (to === until) break;
      }
    }
    from = (before[from & (window - 1)] ?? 0) - begin;
  }
  length = longest;
  distance = farthest;
}
