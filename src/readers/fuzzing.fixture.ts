import { ReadError, type Reading } from './reading.ts';

/** A deterministic source of integers from 0 to `below` - 1 (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Returns a copy of a file with some bytes changed, cut, repeated or replaced by numbers that break parsers.
 */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomNumbers(seed);
  let result = Buffer.from(bytes);
  for (let round = 1 + random(6); round > 0; round -= 1) {
    const at = random(Math.max(1, result.length));
    const length = 1 + random(1 << random(9));
    const kind = random(5);
    if (kind === 0) result[at] = random(256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
    else if (kind === 3) result.fill(random(2) === 0 ? 0 : 255, at, Math.min(result.length, at + length));
    else result.write(['99999999', '-1', '/', '<', '0 R', ''][random(6)] ?? '', at, 'latin1');
  }
  return result;
}

/**
 * `read` when a reader returns a valid reading (marks sorted and inside the text), or the code of its
 * ReadError. Any other error is thrown.
 */
export async function outcomeOf(read: () => Promise<Reading>): Promise<string> {
  try {
    const { decoded, marks } = await read();
    let last = 0;
    for (const { at, length } of marks) {
      if (at < last || length < 0 || at + length > decoded.length)
        throw new Error(`mark out of place: ${at}+${length}`);
      last = at;
    }
    return 'read';
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}
