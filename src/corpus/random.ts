/** A deterministic random source: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next: () => number;
  /** An integer from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  /** One of `items`, all equally likely. */
  pick: <T>(items: readonly [T, ...T[]]) => T;
  /** True with the given probability. */
  chance: (probability: number) => boolean;
}

/**
 * Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough to draw words.
 *
 * @param seed Any integer; its lower 32 bits count.
 */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick: ([first, ...rest]) => {
      const at = integer(0, rest.length);
      return at === 0 ? first : (rest[at - 1] ?? first);
    },
    chance: (probability) => next() < probability,
  };
}
