/** What of CBOR (RFC 8949) Pagefind's files are made of: integers up to 32 bits, texts, arrays. */
export type CborItem = number | string | CborItem[];

/** Major types. */
const kinds = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;

/**
 * Reads one item.
 *
 * @throws RangeError or TypeError when there is anything else in it, less or more.
 */
export function readCbor(bytes: Uint8Array): CborItem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  const argument = (detail: number): number => {
    if (detail < 24) return detail;
    const size = 2 ** (detail - 24);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    throw new RangeError(`CBOR: argument of ${size} bytes`);
  };
  const read = (): CborItem => {
    const head = view.getUint8(at);
    at += 1;
    const value = argument(head & 0x1f);
    switch (head >> 5) {
      case kinds.unsigned:
        return value;
      case kinds.negative:
        return -1 - value;
      case kinds.text:
        at += value;
        if (at > bytes.length) throw new RangeError('CBOR: cut short');
        return decoder.decode(bytes.subarray(at - value, at));
      case kinds.array:
        return Array.from({ length: value }, read);
      default:
        throw new RangeError(`CBOR: major type ${head >> 5}`);
    }
  };
  const item = read();
  if (at !== bytes.length) throw new RangeError('CBOR: not one item');
  return item;
}

/** Writes items one after the other, each in the shortest form. */
export interface CborWriter {
  integer: (value: number) => void;
  text: (value: string) => void;
  /** Begins an array: so many of the next items are in it. */
  array: (length: number) => void;
  /** All that was written. */
  bytes: () => Uint8Array<ArrayBuffer>;
}

/** @param mark Bytes that stand before the items. */
export function createCborWriter(mark: string): CborWriter {
  const encoder = new TextEncoder();
  let written = new Uint8Array(4096);
  let at = 0;
  const room = (size: number) => {
    if (at + size <= written.length) return;
    const wider = new Uint8Array(Math.max(2 * written.length, at + size));
    wider.set(written);
    written = wider;
  };
  const put = (bytes: Uint8Array) => {
    room(bytes.length);
    written.set(bytes, at);
    at += bytes.length;
  };
  const head = (kind: number, value: number) => {
    room(5);
    const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
    written[at] = (kind << 5) | (size === 0 ? value : size === 4 ? 26 : 23 + size);
    for (let byte = 1; byte <= size; byte += 1) written[at + byte] = value >>> (8 * (size - byte));
    at += 1 + size;
  };
  put(encoder.encode(mark));
  return {
    integer(value) {
      if (value < 0) head(kinds.negative, -1 - value);
      else head(kinds.unsigned, value);
    },
    text(value) {
      const bytes = encoder.encode(value);
      head(kinds.text, bytes.length);
      put(bytes);
    },
    array(length) {
      head(kinds.array, length);
    },
    bytes: () => written.slice(0, at),
  };
}

/** Writes an item with all that is in it. */
export function writeCbor(writer: CborWriter, item: CborItem): void {
  if (typeof item === 'number') writer.integer(item);
  else if (typeof item === 'string') writer.text(item);
  else {
    writer.array(item.length);
    for (const inner of item) writeCbor(writer, inner);
  }
}
