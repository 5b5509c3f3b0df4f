/** The part of CBOR (RFC 8949) that Pagefind's files use: integers up to 32 bits, text, arrays. */
export type CborItem = number | string | CborItem[];

/** Major types. */
export const majorTypes = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;

/**
 * Reads one item.
 *
 * @throws RangeError or TypeError for any other item, or fewer or more bytes than one item.
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
  const readArray = (length: number): CborItem[] => {
    const items: CborItem[] = [];
    for (let index = 0; index < length; index += 1) items.push(read());
    return items;
  };
  const read = (): CborItem => {
    const head = view.getUint8(at);
    at += 1;
    const value = argument(head & 0x1f);
    switch (head >> 5) {
      case majorTypes.unsigned:
        return value;
      case majorTypes.negative:
        return -1 - value;
      case majorTypes.text:
        at += value;
        if (at > bytes.length) throw new RangeError('CBOR: cut short');
        return decoder.decode(bytes.subarray(at - value, at));
      case majorTypes.array:
        return readArray(value);
      default:
        throw new RangeError(`CBOR: major type ${head >> 5}`);
    }
  };
  const item = read();
  if (at !== bytes.length) throw new RangeError('CBOR: not one item');
  return item;
}
