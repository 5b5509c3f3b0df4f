import { join } from 'node:path';
import { displayPath } from '../../content-files/display-path.ts';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { KnownMeasures } from './common-text.ts';
import type { CheckedFacts } from './checked-facts.ts';
import type { LetterFacts } from './letter-facts.ts';

/** What a check knows of a letter, or what a build does. */
type KnownFacts = CheckedFacts | LetterFacts;

/** The file of the cache. */
interface Stored {
  program: string;
  /** What findings call the content folder, which depends on the working folder. */
  shown: string;
  letters: readonly KnownFacts[];
  measures: KnownMeasures;
}

/** What earlier builds and checks read of the letters of a content folder. */
export interface LetterCache {
  /** By path below `replies/`; empty when there is none of this version of the program and this working folder. */
  known: ReadonlyMap<string, KnownFacts>;
  /** What pairs of letters have in common. */
  measures: KnownMeasures;
  damaged: boolean;
  /** Keeps what this build or check knows. */
  keep(letters: readonly KnownFacts[], measures: KnownMeasures): Promise<void>;
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
  const shown = displayPath(content);
  const isOurs = stored?.program === program && stored.shown === shown;
  const { letters, measures } = isOurs ? stored : { letters: [], measures: {} };
  return {
    known: new Map(letters.map((facts) => [facts.name, facts])),
    measures,
    damaged: read.status === 'damaged',
    keep: (current, found) => {
      const next: Stored = { program, shown, letters: current, measures: found };
      return writeSealed(path, JSON.stringify(next));
    },
  };
}
