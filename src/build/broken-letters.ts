import type { Finding } from '../content-files/finding.ts';
import type { LetterFacts } from './letters/letter-facts.ts';

/**
 * Finds the letters that have errors, by themselves or together with others.
 *
 * @returns Their ids; undefined when something other than a letter has errors.
 */
export function findBrokenLetters(
  letters: readonly Pick<LetterFacts, 'id' | 'findings' | 'identity'>[],
  findings: readonly Finding[],
): ReadonlySet<string> | undefined {
  const broken = new Set<string>();
  const byPath = new Map<string, string>();
  for (const { id, identity, findings: own } of letters) {
    byPath.set(identity.path, id);
    // Some are about a file of the letter other than its text.
    for (const { level, path } of own) if (level === 'error') byPath.set(path, id);
  }
  for (const { level, path } of findings) {
    if (level !== 'error') continue;
    const id = byPath.get(path);
    if (id === undefined) return undefined;
    broken.add(id);
  }
  return broken;
}
