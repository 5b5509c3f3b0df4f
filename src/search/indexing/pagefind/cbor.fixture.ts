import { majorTypes, type CborItem } from './cbor.ts';

/** Writes an item like Pagefind, in preferred serialisation (RFC 8949). */
export function writeCbor(item: CborItem): Buffer {
  if (typeof item === 'number')
    return item < 0 ? head(majorTypes.negative, -1 - item) : head(majorTypes.unsigned, item);
  if (typeof item === 'string') {
    const bytes = Buffer.from(item);
    return Buffer.concat([head(majorTypes.text, bytes.length), bytes]);
  }
  return Buffer.concat([head(majorTypes.array, item.length), ...item.map(writeCbor)]);
}

function head(kind: number, value: number): Buffer {
  const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (kind << 5) | (size === 0 ? value : size === 4 ? 26 : 23 + size);
  if (size > 0) bytes.writeUIntBE(value, 1, size);
  return bytes;
}
