import type { NumberLabel } from '../query/number-key.ts';

/** A hash table of numbers in files `numbers/<bucket>` below `search/`. */
export interface NumberTable {
  /** Number of buckets. */
  count: number;
  /** Stamp of each bucket, see `readStamps`; 0 for one that has no file. */
  stamps: string;
}

/** Name of a bucket's file, without `.js`. */
export function numberFile(bucket: number): string {
  return `numbers/${bucket}`;
}

/** A file of the table. */
export interface NumberBucket {
  /** Newest first. */
  letters: [id: string, name: string, isTopic: 0 | 1, issuer: string, date: string, session: string][];
  /** By key: index of the letter, which of its numbers it is, and as the letter writes it. */
  numbers: Record<string, [letter: number, label: NumberLabel, number: string][]>;
}

/** The bucket of a key, by FNV-1a. */
export function bucketOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}
