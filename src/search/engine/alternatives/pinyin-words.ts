import type { QueryTables } from '../../form/query-tables.ts';
import type { Names } from './archive-names.ts';

/** In letters. A shorter text is the reading of too many characters. */
const minLength = 4;
const maxLength = 48;
/** As many are offered. */
const maxWords = 3;

/**
 * Reads a text as 拼音 without tones: letters, with spaces or apostrophes between syllables; ü may be v.
 *
 * @returns Its letters alone; undefined if it is something else, or too short or long.
 */
export function readPinyin(text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’·-]/g, '');
  return /^[a-z]+$/.test(plain) && plain.length >= minLength && plain.length <= maxLength ? plain : undefined;
}

/**
 * Finds the words that are read as some letters, the most frequent first. A word is any stretch of Han characters, at
 * least two.
 *
 * @param letters As `readPinyin` gives them.
 * @param names Where words are looked for.
 */
export function findWordsByPinyin(
  letters: string,
  { readings }: QueryTables['pinyin'],
  names: Names,
): string[] {
  const syllablesOf = readSyllables(readings);
  const counts = new Map<string, number>();
  for (const [name, having] of names) {
    const characters = Array.from(name);
    const found = new Set<string>();
    /** Notes the words that begin at `begin`, of which the characters before `at` are read as the first `read` letters. */
    const follow = (begin: number, at: number, read: number) => {
      if (read === letters.length) {
        if (at - begin > 1) found.add(characters.slice(begin, at).join(''));
        return;
      }
      for (const syllable of syllablesOf.get(characters[at] ?? '') ?? [])
        if (letters.startsWith(syllable, read)) follow(begin, at + 1, read + syllable.length);
    };
    for (let begin = 0; begin < characters.length; begin += 1) follow(begin, begin, 0);
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + having);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxWords)
    .map(([word]) => word);
}

/** The syllables that each character is read as. */
function readSyllables(readings: string): Map<string, string[]> {
  const syllablesOf = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of readings.matchAll(/([a-z]+)([^a-z]+)/g))
    for (const character of characters)
      syllablesOf.set(character, [...(syllablesOf.get(character) ?? []), syllable]);
  return syllablesOf;
}
