/** Writes bytes and numbers one behind the other. */
export interface ByteWriter {
  /** In base 128, lowest digits first, all but the last with their highest bit set. */
  number: (value: number) => void;
  bytes: (bytes: Uint8Array) => void;
  finish: () => Uint8Array;
}

export function createByteWriter(): ByteWriter {
  let [buffer, length] = [new Uint8Array(1024), 0];
  const reserve = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(2 * (length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    number(value) {
      reserve(8);
      let rest = value;
      for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[length++] = (rest % 128) + 128;
      buffer[length++] = rest;
    },
    bytes(bytes) {
      reserve(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    finish: () => buffer.slice(0, length),
  };
}

/** Reads a number of at most 49 bits; undefined when there is none. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let [value, scale] = [0, 1];
  for (let next = at; next < at + 7; next += 1, scale *= 128) {
    const byte = bytes[next];
    if (byte === undefined) return undefined;
    value += (byte % 128) * scale;
    if (byte < 128) return { value, next: next + 1 };
  }
  return undefined;
}
