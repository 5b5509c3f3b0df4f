import { inventLetters } from '../../src/corpus/corpus.ts';
import type { InventedLetter } from '../../src/corpus/letter.ts';
import { letterText, type IndexedLetter } from '../../src/search/text/indexed-letter.ts';
import { textsByZone } from '../../src/search/text/letter-text.ts';

/** The corpus as an index takes it, letter by letter: the same count gives the same letters. */
export function* benchLetters(count: number): Generator<IndexedLetter> {
  for (const letter of inventLetters(count)) yield indexedLetter(letter);
}

/** An invented letter as an index takes it. */
export function indexedLetter({ year, id, frontmatter, body }: InventedLetter): IndexedLetter {
  return { id: `${year}/${id}`, frontmatter, body };
}

/** All texts of a letter that are searched, the title first: what every engine is given. */
export function searchedTexts(letter: IndexedLetter): string[] {
  return Object.values(textsByZone(letterText(letter))).flat();
}
