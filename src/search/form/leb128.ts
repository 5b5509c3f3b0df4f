/*
 * Unsigned integers up to 32 bits in LEB128: seven bits a byte, lowest first. The chunks of the index consist of
 * them.
 */

/** Writes integers one after another. */
export function writeLeb128(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * numbers.length);
  let at = 0;
  for (const number of numbers) {
    let left = number;
    for (; left >= 0x80; left >>>= 7) bytes[at++] = (left & 0x7f) | 0x80;
    bytes[at++] = left;
  }
  return bytes.subarray(0, at);
}

/** Reads integers one after another. */
export interface IntegerReader {
  next: () => number;
  /** The next `count` integers. */
  take: (count: number) => Uint32Array;
  /** Offset of the next unread byte. */
  at: () => number;
}

export function readLeb128(bytes: Uint8Array): IntegerReader {
  let at = 0;
  const take = (count: number) => {
    const read = new Uint32Array(count);
    // There are many, most of one byte: no function call for each.
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
