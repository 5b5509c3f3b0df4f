import type { IndexedLetter } from './indexing/index-builder.ts';
import { letterText } from './text/indexed-letter.ts';
import { orderedTexts } from './text/letter-text.ts';
import { inventedLetters, sampleLetter, sketchedLetters } from './letters.fixture.ts';
import { scannerOf } from './text/scan.ts';

/** Every letter, as the brute-force scan looks at it. */
export interface Scanned extends IndexedLetter {
  blocks: string[];
  /** Whether a text stands in the letter. */
  holds: (text: string) => boolean;
}

export const letters = [...inventedLetters(150), ...sketchedLetters, await sampleLetter()];

export const scanned: Scanned[] = letters.map((letter) => {
  const blocks = Object.values(orderedTexts(letterText(letter))).flat();
  return { ...letter, blocks, holds: scannerOf(blocks) };
});

/** The ids of some letters, sorted. */
export function idsWhere(test: (letter: Scanned) => boolean): string[] {
  return scanned
    .filter(test)
    .map(({ id }) => id)
    .sort();
}
