import type { IndexedLetter } from './indexing/index-builder.ts';
import { letterText } from './text/indexed-letter.ts';
import { textsByZone } from './text/letter-text.ts';
import { inventedLetters, sampleLetter, sketchedLetters } from './letters.fixture.ts';
import { createScanner } from './text/scan.ts';

/** Every letter, as the brute-force scan looks at it. */
export interface ScannedLetter extends IndexedLetter {
  blocks: string[];
  /** Whether a text stands in the letter. */
  holds: (text: string) => boolean;
}

export const letters = [...inventedLetters(150), ...sketchedLetters, await sampleLetter()];

export const scanned: ScannedLetter[] = letters.map((letter) => {
  const blocks = Object.values(textsByZone(letterText(letter))).flat();
  return { ...letter, blocks, holds: createScanner(blocks) };
});

/** The ids of some letters, sorted. */
export function idsWhere(test: (letter: ScannedLetter) => boolean): string[] {
  return scanned
    .filter(test)
    .map(({ id }) => id)
    .sort();
}
