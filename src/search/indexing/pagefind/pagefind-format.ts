import { gunzipSync } from 'node:zlib';
import { readCbor, type CborItem } from './cbor.ts';

/** The first bytes of every file of Pagefind's, once inflated. */
export const pagefindMagic = 'pagefind_dcd';

/**
 * Reads a file of Pagefind's: a magic number and CBOR, compressed.
 *
 * @throws Error for any other file.
 */
export function readPagefindFile(compressed: Uint8Array): CborItem {
  const plain = gunzipSync(compressed);
  if (plain.subarray(0, pagefindMagic.length).toString() !== pagefindMagic) throw unknownFormat();
  return readCbor(plain.subarray(pagefindMagic.length));
}

/** @throws Error unless the item is an array. */
export function asArray(item: CborItem | undefined): CborItem[] {
  if (!Array.isArray(item)) throw unknownFormat();
  return item;
}

/** @throws Error unless the item is a string. */
export function asString(item: CborItem | undefined): string {
  if (typeof item !== 'string') throw unknownFormat();
  return item;
}

/** @throws Error unless the item is a non-negative integer. */
export function asCount(item: CborItem | undefined): number {
  if (typeof item !== 'number' || item < 0) throw unknownFormat();
  return item;
}

/** Only the format of this version is supported. */
export function unknownFormat(): Error {
  return new Error('Pagefind 的索引不是 1.6.0 版的格式');
}
