import type { FoldedText } from './folded-text.ts';

/** Folded characters of one fingerprint: too many for a mere phrase, few enough to lie between reworded words. */
const span = 9;
/** One in so many is kept. */
const sampling = 14;

/**
 * Samples the fingerprints of a letter: hashes of all stretches of nine folded characters, of which those are kept
 * whose second hash is divisible by fourteen (the sketches MOD_m of A. Broder, “On the resemblance and containment
 * of documents”, SEQUENCES 1997). A stretch that two letters share is kept in both or in neither, however the text
 * around it was reworded, so shared fingerprints measure how much one letter contains of the other; winnowing
 * (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps more of short copies and fewer of reworded ones.
 *
 * @returns Distinct, ascending.
 */
export function sampleFingerprints({ units }: FoldedText): Uint32Array {
  const found: number[] = [];
  const value = createRollingHash(0x01000193);
  const choice = createRollingHash(0x2c1b3c6d);
  for (let at = 0; at < units.length; at += 1) {
    const entering = units[at] ?? 0;
    const leaving = at < span ? 0 : (units[at - span] ?? 0);
    const hash = value(entering, leaving);
    if (choice(entering, leaving) % sampling === 0 && at >= span - 1) found.push(hash);
  }
  const sorted = Uint32Array.from(found).sort();
  return sorted.filter((hash, at) => at === 0 || hash !== sorted[at - 1]);
}

/** A hash of the last `span` units (Karp and Rabin), mixed so that all its bits depend on all of them. */
function createRollingHash(base: number): (entering: number, leaving: number) => number {
  let power = 1;
  for (let times = 0; times < span; times += 1) power = Math.imul(power, base);
  let state = 0;
  return (entering, leaving) => {
    state = (Math.imul(state, base) + entering + 1 - (leaving === 0 ? 0 : Math.imul(leaving + 1, power))) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** Writes fingerprints as text: base64 of 32-bit numbers, little-endian. */
export function packFingerprints(fingerprints: Uint32Array): string {
  const bytes = Buffer.alloc(fingerprints.length * 4);
  fingerprints.forEach((hash, at) => bytes.writeUInt32LE(hash, at * 4));
  return bytes.toString('base64');
}

/** Reads what `packFingerprints` wrote. */
export function unpackFingerprints(packed: string): Uint32Array {
  const bytes = Buffer.from(packed, 'base64');
  const fingerprints = new Uint32Array(bytes.length >>> 2);
  for (let at = 0; at < fingerprints.length; at += 1) fingerprints[at] = bytes.readUInt32LE(at * 4);
  return fingerprints;
}
