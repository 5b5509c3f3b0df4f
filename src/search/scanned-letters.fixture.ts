import type { IndexedLetter } from './indexing/index-builder.ts';
import { letterText } from './text/indexed-letter.ts';
import { textsByZone } from './text/letter-text.ts';
import { inventedLetters, sampleLetter, sketchedLetters } from './letters.fixture.ts';
import { createScanner } from './text/scan.ts';

/** A letter, ready for the brute-force scan. */
export interface ScannedLetter extends IndexedLetter {
  blocks: string[];
  /** Whether the letter contains a text. */
  holds: (text: string) => boolean;
}

/** Of letters that make no commitment, one that can never be overdue, one that is and one that is not yet. */
const dueDays = [undefined, 'undated', '2020-06-30', '9999-12-31'];

export const letters = [...inventedLetters(150), ...sketchedLetters, await sampleLetter()].map(
  (letter, at): IndexedLetter => {
    const commitment = dueDays[at % dueDays.length];
    return commitment === undefined ? letter : { ...letter, commitment };
  },
);

export const scanned: ScannedLetter[] = letters.map((letter) => {
  const blocks = Object.values(textsByZone(letterText(letter))).flat();
  return { ...letter, blocks, holds: createScanner(blocks) };
});

/** The sorted ids of the letters that pass a test. */
export function idsWhere(test: (letter: ScannedLetter) => boolean): string[] {
  return scanned
    .filter(test)
    .map(({ id }) => id)
    .sort();
}
