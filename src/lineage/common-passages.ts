import type { FoldedText } from './folded-text.ts';

/** A passage that two letters share: the same folded units in both. */
interface CommonPassage {
  /** Where it begins in the first letter, in folded units. */
  first: number;
  /** Where it begins in the second. */
  second: number;
  length: number;
}

/** What two letters share. */
export interface CommonText {
  /** In the order of the first letter. They overlap in neither. */
  passages: CommonPassage[];
  /** Shares of the letters' folded texts that are in passages, 0–1. */
  shareOfFirst: number;
  shareOfSecond: number;
}

/** The shortest passage, in folded units. */
const shortest = 10;
/** A passage from this length is a copy by itself; a shorter one is when others are beside it. */
const certain = 24;
/** Passages are beside each other when no more than this is between them in either letter. */
const widestGap = 40;
/** Passages beside each other are copied when they have this length together. */
const certainTogether = 30;
/** Places with the same beginning that are tried for one passage. */
const mostTried = 16;

/**
 * Finds the passages that two letters share, in time proportional to their length: wherever the next units of one
 * occur in the other, the longest such passage is taken and the search goes on behind it (relative Lempel–Ziv
 * parsing), as long as the passage is not taken already. What is left of chance and of phrases, passages too short
 * with none beside them, is dropped. The result is the same whichever letter is the first.
 */
export function findCommonText(first: FoldedText, second: FoldedText): CommonText {
  const [a, b] = [first.units, second.units];
  const mirrored = compareUnits(a, b) > 0;
  const found = mirrored
    ? takePassages(b, a).map(({ from, at, length }) => ({ first: at, second: from, length }))
    : takePassages(a, b).map(({ from, at, length }) => ({ first: from, second: at, length }));
  const passages = keepCopies(found).sort((one, other) => one.first - other.first);
  const sum = passages.reduce((total, { length }) => total + length, 0);
  return {
    passages,
    shareOfFirst: a.length === 0 ? 0 : sum / a.length,
    shareOfSecond: b.length === 0 ? 0 : sum / b.length,
  };
}

/** Takes passages of `target` from `source`, in the order of `target`. */
function takePassages(
  source: Uint16Array,
  target: Uint16Array,
): { from: number; at: number; length: number }[] {
  const startsOf = indexStarts(source);
  const taken = new Uint8Array(source.length);
  const passages = [];
  let expected = -1;
  for (let at = 0; at + shortest <= target.length;) {
    let [from, length] = [-1, 0];
    // Where the last passage would go on comes first: of passages equally long, the one in order is taken.
    const starts = startsOf(target, at);
    if (expected >= 0) starts.sort((one, other) => Math.abs(one - expected) - Math.abs(other - expected));
    for (const start of starts) {
      const measured = measureCommon(source, start, target, at, taken);
      if (measured > length) [from, length] = [start, measured];
    }
    if (length < shortest) {
      at += 1;
      expected += expected >= 0 ? 1 : 0;
      continue;
    }
    taken.fill(1, from, from + length);
    passages.push({ from, at, length });
    at += length;
    expected = from + length;
  }
  return passages;
}

function measureCommon(
  source: Uint16Array,
  from: number,
  target: Uint16Array,
  at: number,
  taken: Uint8Array,
): number {
  const most = Math.min(source.length - from, target.length - at);
  let length = 0;
  while (length < most && source[from + length] === target[at + length] && taken[from + length] === 0)
    length += 1;
  return length;
}

/** Indexes the beginnings of passages. @returns Finds the first places where a text may go on as another one does. */
function indexStarts(units: Uint16Array): (text: Uint16Array, at: number) => number[] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(units.length, 16)) + 1);
  const heads = new Int32Array(size).fill(-1);
  const nexts = new Int32Array(units.length).fill(-1);
  // From the end, so that the first places come first.
  for (let at = units.length - shortest; at >= 0; at -= 1) {
    const slot = hashStart(units, at) & (size - 1);
    nexts[at] = heads[slot] ?? -1;
    heads[slot] = at;
  }
  return (text, at) => {
    const places: number[] = [];
    let place = heads[hashStart(text, at) & (size - 1)] ?? -1;
    for (; place >= 0 && places.length < mostTried; place = nexts[place] ?? -1) places.push(place);
    return places;
  };
}

function hashStart(units: Uint16Array, from: number): number {
  let hash = 0;
  for (let at = from; at < from + shortest; at += 1)
    hash = (Math.imul(hash, 0x01000193) + (units[at] ?? 0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Drops passages that are short and alone. */
function keepCopies(passages: readonly CommonPassage[]): CommonPassage[] {
  const kept: CommonPassage[] = [];
  let chain: CommonPassage[] = [];
  const end = () => {
    const total = chain.reduce((sum, { length }) => sum + length, 0);
    if (total >= certainTogether || chain.some(({ length }) => length >= certain)) kept.push(...chain);
    chain = [];
  };
  for (const passage of passages) {
    const last = chain.at(-1);
    if (last && !areBeside(last, passage)) end();
    chain.push(passage);
  }
  end();
  return kept;
}

function areBeside(one: CommonPassage, next: CommonPassage): boolean {
  const gaps = [next.first - one.first - one.length, next.second - one.second - one.length];
  return gaps.every((gap) => gap >= 0 && gap <= widestGap);
}

function compareUnits(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
