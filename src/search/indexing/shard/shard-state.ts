import { type FileRecord } from '../data-file-writer.ts';
import { sha256 } from '../../../storage/file-hash.ts';
import type { SourceLetter } from '../source-letter.ts';
import type { ShardEntry, ShardPart } from '../../form/edition-index.ts';

import type { ChunkSizes, WrittenPostings } from './postings.ts';

/** A letter of a shard that was written. */
export interface LetterState {
  id: string;
  hash: string;
  /** Hash of its frontmatter, on which columns and numbers depend. */
  matter: string;
}

/** What is kept of a shard for the next build. */
export interface ShardState extends WrittenPostings {
  entry: ShardEntry;
  sizes: ChunkSizes;
  /** Newest first. */
  letters: LetterState[];
  parts: PartRecord[];
}

/** A file that describes a shard as a whole. */
interface PartRecord {
  part: ShardPart;
  stamp: number;
  file: FileRecord;
}

/**
 * The state of letters, newest first.
 *
 * @param old Those of the last edition, whose frontmatter is not hashed again.
 */
export function toLetterStates(
  letters: readonly SourceLetter[],
  old: readonly LetterState[] = [],
): LetterState[] {
  const known = new Map(old.map((state) => [`${state.hash} ${state.id}`, state]));
  return letters.map(
    ({ id, hash, frontmatter }) =>
      known.get(`${hash} ${id}`) ?? { id, hash, matter: sha256(JSON.stringify(frontmatter)).slice(0, 16) },
  );
}

/** Whether letters are the same, but for their bodies. */
export function haveSameMatter(old: readonly LetterState[], letters: readonly LetterState[]): boolean {
  return (
    old.length === letters.length &&
    letters.every(({ id, matter }, row) => old[row]?.id === id && old[row].matter === matter)
  );
}

/** All files of a shard. */
export function filesOf({
  blocks,
  chunks,
  parts,
}: Pick<ShardState, 'blocks' | 'chunks' | 'parts'>): FileRecord[] {
  return [
    ...blocks.map(({ file }) => file),
    ...chunks.flatMap(({ files }) => files),
    ...parts.map(({ file }) => file),
  ];
}
