/** Writes bits, lowest first, as DEFLATE wants them. */
export interface BitWriter {
  /** @param length At most 24. */
  write: (bits: number, length: number) => void;
  /** Fills the byte with zeros and adds bytes as they are. */
  writeBytes: (bytes: Uint8Array) => void;
  /** All that was written, the last byte filled with zeros. */
  finish: () => Uint8Array;
}

/** @param capacity Greatest number of bytes that will be written. */
export function createBitWriter(capacity: number): BitWriter {
  const bytes = new Uint8Array(capacity);
  let [end, open, filled] = [0, 0, 0];
  const flush = () => {
    if (filled > 0) bytes[end++] = open;
    open = filled = 0;
  };
  return {
    write(bits, length) {
      open |= bits << filled;
      filled += length;
      while (filled >= 8) {
        bytes[end++] = open;
        open >>>= 8;
        filled -= 8;
      }
    },
    writeBytes(more) {
      flush();
      bytes.set(more, end);
      end += more.length;
    },
    finish() {
      flush();
      return bytes.slice(0, end);
    },
  };
}
