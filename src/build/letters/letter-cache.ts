import { join } from 'node:path';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { KnownMeasures } from './common-text.ts';
import type { LetterFacts } from './letter-facts.ts';

/** The file of the cache. */
interface Stored {
  program: string;
  letters: readonly LetterFacts[];
  measures: KnownMeasures;
}

/** What earlier builds read of the letters of a content folder. */
export interface LetterCache {
  /** By path below `replies/`; empty when there is none of this version of the program. */
  known: ReadonlyMap<string, LetterFacts>;
  /** What pairs of letters have in common. */
  measures: KnownMeasures;
  damaged: boolean;
  /** Keeps what this build knows. */
  keep(letters: readonly LetterFacts[], measures: KnownMeasures): Promise<void>;
}

/**
 * Opens the cache of a content folder.
 *
 * @param cache The folder of all caches.
 * @param content Absolute path of the content folder.
 * @param program Digest of the program.
 */
export async function openLetterCache(cache: string, content: string, program: string): Promise<LetterCache> {
  const path = join(cache, 'letters', digest(content));
  const read = await readSealed(path);
  const stored = read.status === 'read' ? (JSON.parse(read.bytes.toString()) as Stored) : undefined;
  const { letters, measures } = stored?.program === program ? stored : { letters: [], measures: {} };
  return {
    known: new Map(letters.map((facts) => [facts.name, facts])),
    measures,
    damaged: read.status === 'damaged',
    keep: (current, found) => {
      const next: Stored = { program, letters: current, measures: found };
      return writeSealed(path, JSON.stringify(next));
    },
  };
}
