/*
 * The symbols of lengths and distances (RFC 1951, 3.2.5): each is a base with some extra bits.
 */

export const extraBits = {
  /** Of symbol 257 and those that follow. */
  lengths: Uint8Array.of(
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
    1,
    1,
    1,
    2,
    2,
    2,
    2,
    3,
    3,
    3,
    3,
    4,
    4,
    4,
    4,
    5,
    5,
    5,
    5,
    0,
  ),
  distances: Uint8Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1)),
};

const lengthBases = basesOf(extraBits.lengths, 3);
lengthBases[28] = 258;
const distanceBases = basesOf(extraBits.distances, 1);
const lengthSymbols = Uint16Array.from({ length: 259 }, (_, length) => 257 + lastAtMost(lengthBases, length));
const nearSymbols = Uint8Array.from({ length: 257 }, (_, distance) => lastAtMost(distanceBases, distance));

/** @param length 3–258. */
export function lengthSymbol(length: number): number {
  return lengthSymbols[length] ?? 0;
}

export function lengthBase(symbol: number): number {
  return lengthBases[symbol - 257] ?? 0;
}

/** @param distance 1–32768. */
export function distanceSymbol(distance: number): number {
  // Beyond 256 two symbols cover each power of two, as do those of an eighth or less of the distance.
  if (distance <= 256) return nearSymbols[distance] ?? 0;
  return (nearSymbols[((distance - 1) >>> 7) + 1] ?? 0) + 14;
}

export function distanceBase(symbol: number): number {
  return distanceBases[symbol] ?? 0;
}

function basesOf(extra: Uint8Array, first: number): Uint16Array {
  let next = first;
  return Uint16Array.from(extra, (bits) => {
    const base = next;
    next += 2 ** bits;
    return base;
  });
}

function lastAtMost(bases: Uint16Array, value: number): number {
  return Math.max(
    0,
    bases.findLastIndex((base) => base <= value),
  );
}
