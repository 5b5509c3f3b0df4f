/*
 * Unsigned integers up to 32 bits in LEB128, seven bits a byte, the lowest first: what the chunks of the
 * index are written in.
 */

/** Writes integers, one after the other. */
export function writeLeb128(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(5 * numbers.length);
  let at = 0;
  for (const number of numbers) {
    let left = number;
    for (; left >= 0x80; left >>>= 7) bytes[at++] = (left & 0x7f) | 0x80;
    bytes[at++] = left;
  }
  return bytes.subarray(0, at);
}

/** Reads integers, one after the other. */
export interface IntegerReader {
  next: () => number;
  /** The next few. */
  take: (count: number) => Uint32Array;
  /** The place after the last that was read, in bytes. */
  at: () => number;
}

export function readLeb128(bytes: Uint8Array): IntegerReader {
  let at = 0;
  const take = (count: number) => {
    const read = new Uint32Array(count);
    // Most are of one byte, and there are many: nothing is called for each.
    for (let index = 0; index < count; index += 1) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 0x7f;
      for (let weight = 128; byte >= 0x80; weight *= 128) {
        byte = bytes[at++] ?? 0;
        value += (byte & 0x7f) * weight;
      }
      read[index] = value;
    }
    return read;
  };
  return {
    next: () => take(1)[0] ?? 0,
    take,
    at: () => at,
  };
}

export function sum(numbers: Uint32Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}
