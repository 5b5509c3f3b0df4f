/** Two letters that may share text, by their indexes: the lower first. */
export type CandidatePair = readonly [number, number];

/** The least fingerprints that a pair shares, formulas not counted: about fifty characters. */
const leastShared = 4;
/** The least share of a letter's fingerprints, of the shorter one's, formulas not counted. */
const leastShare = 0.08;
/** The share of the shorter letter's fingerprints from which it is a copy, whatever is a formula in it. */
const wholeShare = 0.7;
/** A fingerprint is a formula when more letters have it: one in two hundred, but not the copies of one letter. */
const formulaShare = 1 / 200;
const [leastFormula, mostFormula] = [8, 64];
/** Of the letters that have a formula, so many before a letter are compared with it. */
const nearest = 3;

/**
 * Finds the pairs of letters that may share text. No step compares every pair: an index of the fingerprints gives
 * the earlier letters that share some, and those with enough of them are compared. What many letters have counts
 * as a formula (收悉，现答复如下), unless the letters have nearly everything in common: templates are copies too.
 *
 * @param letters The fingerprints of each letter, oldest letter first, each distinct and ascending.
 * @returns In the order of the second, then of the first.
 */
export function findCandidatePairs(letters: readonly Uint32Array[]): CandidatePair[] {
  const formula = Math.min(mostFormula, Math.max(leastFormula, Math.ceil(letters.length * formulaShare)));
  const index = indexFingerprints(letters);
  const { firsts, runs, places, owners, starts } = index;
  const pairs: CandidatePair[] = [];
  const links = new Uint32Array(letters.length);
  for (let later = 0; later < letters.length; later += 1) {
    const touched: number[] = [];
    const end = at(firsts, later + 1);
    for (let entry = at(firsts, later); entry < end; entry += 1) {
      const [run, place] = [at(runs, entry), at(places, entry)];
      const start = at(starts, run);
      const frequent = at(starts, run + 1) - start > formula;
      for (let other = frequent ? Math.max(start, place - nearest) : start; other < place; other += 1) {
        const earlier = at(owners, other);
        if (links[earlier] === 0) touched.push(earlier);
        links[earlier] = at(links, earlier) + 1;
      }
    }
    touched.sort((a, b) => a - b);
    for (const earlier of touched) {
      const linked = at(links, earlier);
      links[earlier] = 0;
      const shorter = Math.min(letters[later]?.length ?? 0, letters[earlier]?.length ?? 0);
      if (linked < leastShared || linked < leastShare * shorter) continue;
      const { shared, distinctive } = countShared(index, earlier, later, formula);
      const isPart = distinctive >= leastShared && distinctive >= leastShare * shorter;
      const isWhole = shared >= leastShared && shared >= wholeShare * shorter;
      if (isPart || isWhole) pairs.push([earlier, later]);
    }
  }
  return pairs;
}

/** Letters fit in so many bits beside a fingerprint of 32 in the 53 of a number. */
const mostLetters = 2 ** 21;

/** The fingerprints that several letters have. */
interface FingerprintIndex {
  /** Of each letter, its first entry; entries are in the order of letters, then of fingerprints. */
  firsts: Uint32Array;
  /** Of each entry, the number of its run: all entries with the same fingerprint. */
  runs: Uint32Array;
  /** Of each entry, its place in the order of fingerprints, then of letters. */
  places: Uint32Array;
  /** Of each place, the letter. */
  owners: Uint32Array;
  /** Of each run, its first place; and the end of the last. */
  starts: Uint32Array;
}

function indexFingerprints(letters: readonly Uint32Array[]): FingerprintIndex {
  if (letters.length > mostLetters) throw new RangeError('too many letters');
  const { shared, starts } = findShared(sortFingerprints(letters));
  const firsts = new Uint32Array(letters.length + 1);
  for (const value of shared) {
    const after = (value % mostLetters) + 1;
    firsts[after] = at(firsts, after) + 1;
  }
  for (let letter = 0; letter < letters.length; letter += 1)
    firsts[letter + 1] = at(firsts, letter + 1) + at(firsts, letter);
  const places = new Uint32Array(shared.length);
  const runs = new Uint32Array(shared.length);
  const owners = new Uint32Array(shared.length);
  // Within a letter both orders are that of its fingerprints.
  const next = firsts.slice(0, -1);
  for (let run = 0; run + 1 < starts.length; run += 1)
    for (let place = at(starts, run); place < at(starts, run + 1); place += 1) {
      const letter = at(shared, place) % mostLetters;
      const entry = at(next, letter);
      next[letter] = entry + 1;
      places[entry] = place;
      runs[entry] = run;
      owners[place] = letter;
    }
  return { firsts, runs, places, owners, starts };
}

/** Buckets by the first bits of a fingerprint: each is sorted within the processor's cache. */
const bucketBits = 10;

/** Fingerprints with their letters, as numbers: ascending, the fingerprint before the letter. */
function sortFingerprints(letters: readonly Uint32Array[]): Float64Array {
  const ends = new Uint32Array(2 ** bucketBits + 1);
  const bucketOf = (hash: number) => hash >>> (32 - bucketBits);
  for (const hashes of letters)
    for (const hash of hashes) ends[bucketOf(hash) + 1] = at(ends, bucketOf(hash) + 1) + 1;
  for (let bucket = 1; bucket < ends.length; bucket += 1)
    ends[bucket] = at(ends, bucket) + at(ends, bucket - 1);
  const sorted = new Float64Array(at(ends, ends.length - 1));
  const starts = ends.slice();
  for (let letter = 0; letter < letters.length; letter += 1)
    for (const hash of letters[letter] ?? []) {
      const place = at(starts, bucketOf(hash));
      starts[bucketOf(hash)] = place + 1;
      sorted[place] = hash * mostLetters + letter;
    }
  for (let bucket = 0; bucket + 1 < ends.length; bucket += 1)
    sorted.subarray(at(ends, bucket), at(ends, bucket + 1)).sort();
  return sorted;
}

/**
 * Leaves the fingerprints that several letters have: most are those of one letter alone.
 *
 * @param sorted Is overwritten.
 * @returns These, in order, and where those of each fingerprint begin, with the end of the last.
 */
function findShared(sorted: Float64Array): { shared: Float64Array; starts: Uint32Array } {
  const starts: number[] = [];
  let count = 0;
  for (let first = 0; first < sorted.length;) {
    const above = (Math.floor(at(sorted, first) / mostLetters) + 1) * mostLetters;
    let end = first + 1;
    while (end < sorted.length && at(sorted, end) < above) end += 1;
    if (end - first > 1) {
      starts.push(count);
      sorted.copyWithin(count, first, end);
      count += end - first;
    }
    first = end;
  }
  return { shared: sorted.subarray(0, count), starts: Uint32Array.from([...starts, count]) };
}

/** Counts what two letters share: all, and what no more than `formula` letters have. */
function countShared(
  { firsts, runs, starts }: FingerprintIndex,
  a: number,
  b: number,
  formula: number,
): { shared: number; distinctive: number } {
  let [shared, distinctive] = [0, 0];
  const [endOfA, endOfB] = [at(firsts, a + 1), at(firsts, b + 1)];
  for (let one = at(firsts, a), other = at(firsts, b); one < endOfA && other < endOfB;) {
    const [run, otherRun] = [at(runs, one), at(runs, other)];
    if (run === otherRun) {
      shared += 1;
      if (at(starts, run + 1) - at(starts, run) <= formula) distinctive += 1;
    }
    if (run <= otherRun) one += 1;
    if (otherRun <= run) other += 1;
  }
  return { shared, distinctive };
}

/** The value at an index that is in range. */
function at(values: Uint32Array | Float64Array, index: number): number {
  return values[index] ?? 0;
}
