/** Bits that are being written, lowest first, as DEFLATE wants them. */
export interface BitWriter {
  bytes: Uint8Array;
  /** Bytes that are complete. */
  end: number;
  /** Bits that do not fill a byte yet. */
  open: number;
  /** How many they are, at most 7. */
  filled: number;
}

/** Memory for what is being written: new memory for each of many small files would cost more than writing. */
let room = new Uint8Array(1 << 16);

/**
 * Starts writing. One is finished before the next is started.
 *
 * @param capacity Greatest number of bytes that will be written.
 */
export function createBitWriter(capacity: number): BitWriter {
  if (room.length < capacity) room = new Uint8Array(capacity);
  return { bytes: room, end: 0, open: 0, filled: 0 };
}

/** @param length At most 24. */
export function writeBits(out: BitWriter, bits: number, length: number): void {
  let open = out.open | (bits << out.filled);
  let filled = out.filled + length;
  for (; filled >= 8; filled -= 8) {
    out.bytes[out.end++] = open;
    open >>>= 8;
  }
  out.open = open;
  out.filled = filled;
}

/** Fills the byte with zeros and adds bytes as they are. */
export function writeBytes(out: BitWriter, bytes: Uint8Array): void {
  fillByte(out);
  out.bytes.set(bytes, out.end);
  out.end += bytes.length;
}

/** Returns all that was written, the last byte filled with zeros. */
export function finishBits(out: BitWriter): Uint8Array {
  fillByte(out);
  return out.bytes.slice(0, out.end);
}

function fillByte(out: BitWriter): void {
  if (out.filled > 0) out.bytes[out.end++] = out.open;
  out.open = out.filled = 0;
}
