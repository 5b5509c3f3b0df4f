import { join } from 'node:path';
import type { Algorithm } from '../../archive/bag/bag.ts';
import type { FoundHashes } from '../../archive/verification/copy-check.ts';
import type { PlacedEntry } from '../../archive/zip/zip-entry.ts';
import type { ListedFile } from '../folder-files.ts';
import type { HashResult, Order } from '../threads/orders.ts';
import { openThreads } from '../threads/thread-pool.ts';

/** Files with their hashes, and why others could not be read. */
export interface HashedFiles {
  hashes: Map<string, FoundHashes>;
  /** In Chinese, by path. */
  unreadable: Map<string, string>;
}

/** Receives how much is done, 0–1, and of how many files. */
export type OnHashed = (share: number, done: number) => void;

/** How much one order holds. */
const batch = { bytes: 8 << 20, files: 256 };

/** Hashes files of a folder in threads. */
export function hashFolder(
  folder: string,
  files: readonly ListedFile[],
  algorithms: readonly Algorithm[],
  onHashed: OnHashed,
): Promise<HashedFiles> {
  const weighed = files.map(({ path, size }) => ({ key: path, weight: size, value: join(folder, path) }));
  const orderFor = (some: string[]) => ({ kind: 'hash', files: some, algorithms }) as const;
  return hashAll(weighed, { orderFor, faster: 16 }, onHashed);
}

/** Hashes files of a zip in threads. @param zip Its entries by the path under which the result is listed. */
export function hashZip(
  zip: { path: string; entries: ReadonlyMap<string, PlacedEntry>; isOurs: boolean },
  algorithms: readonly Algorithm[],
  onHashed: OnHashed,
): Promise<HashedFiles> {
  const { path, entries, isOurs } = zip;
  const weighed = [...entries].map(([key, entry]) => ({ key, weight: entry.size, value: entry }));
  const orderFor = (some: PlacedEntry[]) =>
    ({ kind: 'hash-entries', zip: path, isOurs, entries: some, algorithms }) as const;
  return hashAll(weighed, { orderFor, faster: 4 }, onHashed);
}

interface Weighed<T> {
  key: string;
  /** In bytes. */
  weight: number;
  value: T;
}

interface Hashing<T> {
  orderFor: (files: T[]) => Order;
  /** How many times as fast as packing: for little work, threads take longer to start than it takes. */
  faster: number;
}

async function hashAll<T>(
  files: readonly Weighed<T>[],
  { orderFor, faster }: Hashing<T>,
  onHashed: OnHashed,
): Promise<HashedFiles> {
  const bytes = files.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map<string, HashResult>();
  const threads = openThreads(bytes / faster);
  let done = 0;
  try {
    await Promise.all(
      divide(files).map(async (group) => {
        const answer = await threads.run(orderFor(group.map(({ value }) => value)));
        if (answer.kind !== 'hashed') throw new Error('a thread answered another question');
        for (const [index, { key, weight }] of group.entries()) {
          const result = answer.results[index];
          if (result) found.set(key, result);
          done += weight;
        }
        onHashed(bytes === 0 ? 1 : done / bytes, found.size);
      }),
    );
  } finally {
    await threads.close();
  }
  const all: HashedFiles = { hashes: new Map(), unreadable: new Map() };
  for (const { key } of files) {
    const result = found.get(key);
    if (result?.fault !== undefined) all.unreadable.set(key, result.fault);
    else if (result) all.hashes.set(key, result.hashes);
  }
  return all;
}

function divide<T>(files: readonly Weighed<T>[]): Weighed<T>[][] {
  const groups: Weighed<T>[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = groups.at(-1);
    if (last && bytes + file.weight <= batch.bytes && last.length < batch.files) last.push(file);
    else {
      groups.push([file]);
      bytes = 0;
    }
    bytes += file.weight;
  }
  return groups;
}
