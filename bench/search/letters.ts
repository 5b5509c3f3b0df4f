import { inventLetters } from '../../src/corpus/corpus.ts';
import type { InventedLetter } from '../../src/corpus/letter.ts';
import { letterText, type IndexedLetter } from '../../src/search/text/indexed-letter.ts';
import { textsByZone } from '../../src/search/text/letter-text.ts';

/** Yields the letters of a corpus as input of an index: the same count gives the same letters. */
export function* benchLetters(count: number): Generator<IndexedLetter> {
  for (const letter of inventLetters(count)) yield indexedLetter(letter);
}

/** An invented letter as input of an index. */
export function indexedLetter({ year, id, frontmatter, body }: InventedLetter): IndexedLetter {
  return { id: `${year}/${id}`, frontmatter, body };
}

/** All searched texts of a letter, title first: the input of every engine. */
export function searchedTexts(letter: IndexedLetter): string[] {
  return Object.values(textsByZone(letterText(letter))).flat();
}
