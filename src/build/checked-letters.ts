import type { ReadLetters } from '../check/check.ts';
import { isStorageFault } from '../storage/storage-fault.ts';
import { areCurrent } from './letters/checked-facts.ts';
import { openLetterCache } from './letters/letter-cache.ts';
import { openLetterWorkers } from './letters/letter-workers.ts';

/** How letters are read for a check of the whole content folder. */
export interface CheckedLettersOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** The folder of all caches. */
  cache: string;
  /** Digest of the program. */
  program: string;
  /** Is called when the cache is damaged; its letters are read again. */
  onDamage?: () => void;
}

/**
 * Reads letters as the build does: in threads, and only those whose files are not as the last build or check read them.
 * What is found is the same as without.
 */
export function checkedLetters({ content, cache, program, onDamage }: CheckedLettersOptions): ReadLetters {
  return async (names) => {
    // Originals are read from the content folder that the environment names.
    process.env.DAFU_CONTENT = content;
    const kept = await openLetterCache(cache, content, program);
    const { known, measures } = kept;
    if (kept.damaged) onDamage?.();
    const current = new Map([...known].filter(([, facts]) => areCurrent(facts, content)));
    const unread = names.filter((name) => !current.has(name));
    const workers = openLetterWorkers(content);
    try {
      const read = new Map((await workers.check(unread)).map((letter) => [letter.name, letter]));
      const letters = names.flatMap((name) => current.get(name) ?? read.get(name) ?? []);
      const unchanged = unread.length === 0 && known.size === names.length;
      // Without room for the cache the next check is slower, and no less right.
      if (!unchanged)
        await kept.keep(letters, measures).catch((error: unknown) => {
          if (!isStorageFault(error)) throw error;
        });
      return letters;
    } finally {
      await workers.close();
    }
  };
}
