import type { Differences } from '../manifest.ts';

/** What a check of a copy found. */
export interface CheckedCopy {
  /** A bag has manifests around the edition; an edition alone has the one that the build wrote; a delta has none. */
  kind: 'bag' | 'edition' | 'delta';
  /** Files that the manifests list. */
  listed: number;
  /** How the files differ from the manifests, by their paths in the copy. */
  differences: Differences;
  /** What is wrong with the copy as a whole, in Chinese sentences. */
  faults: string[];
}

/** Joins what two manifests say of the same files. */
export function joinDifferences(all: readonly Differences[]): Differences {
  const join = (key: keyof Differences) => [...new Set(all.flatMap((one) => one[key]))].sort();
  return { changed: join('changed'), missing: join('missing'), extra: join('extra'), twins: join('twins') };
}
