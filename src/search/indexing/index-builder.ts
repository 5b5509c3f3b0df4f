import { join } from 'node:path';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { updateIndex, type IndexOptions } from './index-update.ts';
import type { SourceLetter } from './source-letter.ts';

export type { IndexedLetter } from '../text/indexed-letter.ts';
export type { IndexOptions } from './index-update.ts';

/** What was built. */
export interface IndexReport {
  letters: number;
  shards: number;
  files: number;
  /** Size of all files on the disk. */
  bytes: number;
}

/**
 * Builds the search index of letters in memory, from nothing, in `<outDir>/search/`. The same letters give the same
 * bytes.
 *
 * @param letters The published ones, in any order.
 * @param outDir Root of the edition.
 */
export async function buildSearch(
  letters: readonly IndexedLetter[],
  outDir: string,
  options: IndexOptions = {},
): Promise<IndexReport> {
  const out = join(outDir, 'search');
  const { shards, written } = await updateIndex(letters.map(sourceOf), out, undefined, undefined, options);
  const bytes = written.reduce((sum, { size }) => sum + size, 0);
  return { letters: letters.length, shards, files: written.length, bytes };
}

/** A letter that is in memory already. */
export function sourceOf({ id, frontmatter, body, commitment }: IndexedLetter): SourceLetter {
  return {
    ...{ id, hash: sha256(JSON.stringify([id, frontmatter, body, commitment])), frontmatter },
    ...(commitment !== undefined && { commitment }),
    body: () => body,
  };
}
