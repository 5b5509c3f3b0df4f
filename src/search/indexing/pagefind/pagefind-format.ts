import { gunzipSync } from 'node:zlib';
import { readCbor, type CborItem } from './cbor.ts';

/** What everything of Pagefind's begins with, once it is inflated. */
export const pagefindMagic = 'pagefind_dcd';

/**
 * Reads a file of Pagefind's: CBOR behind a mark, compressed.
 *
 * @throws Error when it is none.
 */
export function readPagefindFile(compressed: Uint8Array): CborItem {
  const plain = gunzipSync(compressed);
  if (plain.subarray(0, pagefindMagic.length).toString() !== pagefindMagic) throw unknownFormat();
  return readCbor(plain.subarray(pagefindMagic.length));
}

/** An item that must be an array. */
export function asArray(item: CborItem | undefined): CborItem[] {
  if (!Array.isArray(item)) throw unknownFormat();
  return item;
}

/** An item that must be a text. */
export function asString(item: CborItem | undefined): string {
  if (typeof item !== 'string') throw unknownFormat();
  return item;
}

/** An item that must be a whole number from 0 on. */
export function asCount(item: CborItem | undefined): number {
  if (typeof item !== 'number' || item < 0) throw unknownFormat();
  return item;
}

/** The edition is written for the form of this one version. */
export function unknownFormat(): Error {
  return new Error('Pagefind 的索引不是 1.6.0 版的格式');
}
