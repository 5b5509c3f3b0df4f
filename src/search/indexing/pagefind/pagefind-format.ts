import { gunzipSync } from 'node:zlib';
import { readCbor, type CborItem } from './cbor.ts';

/** What everything of Pagefind's begins with, once it is inflated. */
export const pagefindMark = 'pagefind_dcd';

/**
 * Reads a file of Pagefind's: CBOR behind a mark, compressed.
 *
 * @throws Error when it is none.
 */
export function readPagefindFile(compressed: Uint8Array): CborItem {
  const plain = gunzipSync(compressed);
  if (plain.subarray(0, pagefindMark.length).toString() !== pagefindMark) throw unknownForm();
  return readCbor(plain.subarray(pagefindMark.length));
}

/** An item that must be an array. */
export function listOf(item: CborItem | undefined): CborItem[] {
  if (!Array.isArray(item)) throw unknownForm();
  return item;
}

/** An item that must be a text. */
export function textOf(item: CborItem | undefined): string {
  if (typeof item !== 'string') throw unknownForm();
  return item;
}

/** An item that must be a whole number from 0 on. */
export function countOf(item: CborItem | undefined): number {
  if (typeof item !== 'number' || item < 0) throw unknownForm();
  return item;
}

/** The edition is written for the form of this one version. */
export function unknownForm(): Error {
  return new Error('Pagefind 的索引不是 1.6.0 版的格式');
}
