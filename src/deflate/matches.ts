/** Distances reach back this far (RFC 1951). */
const window = 32_768;
const longestMatch = 258;
/** Shorter matches save little. */
const shortestMatch = 4;
const hashBits = 15;
const multiplier = 0x9e3779b1;
/** A match this long is taken without a look at the next position; as a step. */
const longEnough = 64 << 16;

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
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  let [from, count] = [0, 0];
  return parts.map(({ end, probes }) => {
    count =
      probes === 0
        ? findRuns(input, from, end, steps, count)
        : findReferences(input, view, { from, end, probes }, steps, count, begin);
    from = end;
    return count;
  });
}

/** Replaces what occurred before in one part; returns how many steps there are then. */
function findReferences(
  input: Uint8Array,
  view: DataView,
  { from, end, probes }: InputPart & { from: number },
  steps: Uint32Array,
  before: number,
  begin: number,
): number {
  let [at, count] = [from, before];
  while (at < end) {
    let found = findLongest(input, view, at, end, begin, probes, shortestMatch - 1);
    let isNext = false;
    while (probes > 1 && found !== 0 && found < longEnough) {
      const next = findLongest(input, view, at + 1, end, begin, probes, found >>> 16);
      if (next === 0) {
        // The next position is remembered already.
        isNext = true;
        break;
      }
      steps[count++] = input[at++] ?? 0;
      found = next;
    }
    if (found === 0) {
      steps[count++] = input[at++] ?? 0;
      continue;
    }
    steps[count++] = found;
    const to = at + (found >>> 16);
    rememberAll(view, isNext ? at + 2 : at + 1, to, end, begin);
    at = to;
  }
  return count;
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

/** Remembers the positions of a match. */
function rememberAll(view: DataView, from: number, to: number, end: number, begin: number): void {
  const until = Math.min(to, end + 1 - shortestMatch);
  for (let at = from; at < until; at += 1) {
    const hash = Math.imul(view.getInt32(at, true), multiplier) >>> (32 - hashBits);
    before[at & (window - 1)] = last[hash] ?? 0;
    last[hash] = begin + at;
  }
}

/**
 * Finds the longest match at a position, and remembers the position.
 *
 * @param than It must be longer than this, 3 or more.
 * @returns A step; 0 when there is none.
 */
function findLongest(
  input: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  begin: number,
  probes: number,
  than: number,
): number {
  if (at + shortestMatch > end) return 0;
  const four = view.getInt32(at, true);
  const hash = Math.imul(four, multiplier) >>> (32 - hashBits);
  const latest = last[hash] ?? 0;
  last[hash] = begin + at;
  before[at & (window - 1)] = latest;
  const until = Math.min(end, at + longestMatch);
  if (at + than >= until) return 0;
  let [longest, farthest] = [than, 0];
  // The last four bytes of what would be a longer match: most places differ there.
  let tail = view.getInt32(at + than - 3, true);
  let from = latest - begin;
  for (let left = probes; left > 0 && from >= 0 && at - from < window; left -= 1) {
    if (view.getInt32(from + longest - 3, true) === tail && view.getInt32(from, true) === four) {
      const to = at + 4 + countEqual(input, view, from + 4, at + 4, until);
      if (to - at > longest) {
        longest = to - at;
        farthest = at - from;
        if (to === until) break;
        tail = view.getInt32(to - 3, true);
      }
    }
    from = (before[from & (window - 1)] ?? 0) - begin;
  }
  return farthest === 0 ? 0 : (longest << 16) | farthest;
}

/** Counts the bytes that are the same at two positions, up to an end. */
function countEqual(input: Uint8Array, view: DataView, from: number, at: number, until: number): number {
  let [other, to] = [from, at];
  for (; to + 4 <= until; to += 4, other += 4) {
    const difference = view.getInt32(other, true) ^ view.getInt32(to, true);
    if (difference !== 0) return to - at + ((31 - Math.clz32(difference & -difference)) >> 3);
  }
  for (; to < until && input[other] === input[to]; other += 1) to += 1;
  return to - at;
}
