/** Bytes that grow as they are written. Plain data, because every posting passes through. */
export interface ByteSink {
  bytes: Uint8Array;
  /** Where the next byte is written. */
  end: number;
}

export function createByteSink(capacity = 1024): ByteSink {
  return { bytes: new Uint8Array(capacity), end: 0 };
}

/** Appends an unsigned integer up to 32 bits in LEB128, as `leb128.ts` reads it. */
export function putInteger(sink: ByteSink, integer: number): void {
  if (sink.end + 5 > sink.bytes.length) grow(sink, 5);
  const { bytes } = sink;
  let left = integer;
  for (; left >= 0x80; left >>>= 7) bytes[sink.end++] = (left & 0x7f) | 0x80;
  bytes[sink.end++] = left;
}

export function putByte(sink: ByteSink, byte: number): void {
  if (sink.end === sink.bytes.length) grow(sink, 1);
  sink.bytes[sink.end++] = byte;
}

/** Appends a range of other bytes. */
export function putBytes(sink: ByteSink, from: Uint8Array, begin: number, end: number): void {
  const length = end - begin;
  if (sink.end + length > sink.bytes.length) grow(sink, length);
  // A call into the engine costs more than a few bytes.
  if (length > 24) sink.bytes.set(from.subarray(begin, end), sink.end);
  else for (let at = 0; at < length; at += 1) sink.bytes[sink.end + at] = from[begin + at] ?? 0;
  sink.end += length;
}

/** What was written; shares memory with the sink. */
export function writtenBytes({ bytes, end }: ByteSink): Uint8Array {
  return bytes.subarray(0, end);
}

/** Removes what was written up to an offset. */
export function dropBytes(sink: ByteSink, until: number): void {
  sink.bytes.copyWithin(0, until, sink.end);
  sink.end -= until;
}

function grow(sink: ByteSink, by: number): void {
  const larger = new Uint8Array(Math.max(2 * sink.bytes.length, sink.end + by));
  larger.set(writtenBytes(sink));
  sink.bytes = larger;
}

/** Bytes that are read one integer after another. */
export interface ByteSource {
  bytes: Uint8Array;
  /** Offset of the next byte. */
  at: number;
}

/** Reads what `putInteger` wrote. */
export function takeInteger(source: ByteSource): number {
  const { bytes } = source;
  let byte = bytes[source.at++] ?? 0;
  if (byte < 0x80) return byte;
  let integer = byte & 0x7f;
  for (let weight = 128; byte >= 0x80; weight *= 128) {
    byte = bytes[source.at++] ?? 0;
    integer += (byte & 0x7f) * weight;
  }
  return integer;
}
