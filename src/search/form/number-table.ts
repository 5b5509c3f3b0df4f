import type { NumberLabel } from '../query/number-key.ts';

/** Where the numbers lie: `<folder>/<bucket>` below `search/`. */
export interface NumberTable {
  folder: string;
  /** Those that exist. */
  buckets: number[];
  count: number;
}

/** A file of the table. */
export interface NumberBucket {
  /** From new to old. */
  letters: [id: string, title: string, issuer: string, date: string, session: string][];
  /** By key: which letter, which of its numbers, and how it is written. */
  numbers: Record<string, [letter: number, label: NumberLabel, number: string][]>;
}

/** Which file holds a key: FNV-1a. */
export function bucketOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}
