import { createScanner } from '../../src/search/text/scan.ts';
import { benchLetters, searchedTexts } from './letters.ts';
import type { Query } from './queries.ts';

/**
 * Determines what each query should find, by scanning every text of every letter. Only one letter is in
 * memory at a time.
 *
 * @returns For each query the ids of its letters.
 */
export function scanCorpus(letters: number, queries: readonly Query[]): Map<Query, Set<string>> {
  const found = new Map(queries.map((query) => [query, new Set<string>()]));
  for (const letter of benchLetters(letters)) {
    const standsHere = createScanner(searchedTexts(letter));
    for (const [{ parts }, ids] of found) if (parts.every((part) => standsHere(part))) ids.add(letter.id);
  }
  return found;
}
