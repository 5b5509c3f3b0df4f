import { numberKey, parseTypedNumber } from '../search/query/number-key.ts';
import { foldUnits } from '../search/text/fold.ts';

/** Divides words for Pagefind, index and runtime alike, and is shown in no excerpt: a zero-width space. */
const divider = '\u200b';

/** Begins nearly every topic and heading: it narrows nothing and takes half the time of a search. */
const commonBeginning = /^关于?/u;

/**
 * Writes a text so that each unit (a Han character, a run of other letters or digits) is a word to Pagefind, which
 * otherwise divides Chinese by one dictionary when it indexes and by another when it searches. Punctuation would be
 * a word, too, so spaces replace it; at the end it keeps phrases from reaching into the next text.
 */
export function divideWords(text: string): string {
  return `${foldUnits(text)
    .map(
      ({ text: unit, breakBefore }, at) => (at === 0 ? '' : breakBefore ? ' ' : divider) + withoutZeros(unit),
    )
    .join('')}${divider}。`;
}

/**
 * A query to Pagefind for each part of what a visitor types; a record that has all of them is found. A part is
 * searched as an exact phrase of units, and a document number by the key that all its spellings share.
 *
 * @param text What was typed.
 * @returns Empty if there is nothing to search: no letter or digit, or only 关于, which finds everything.
 */
export function quickFindQueries(text: string): string[] {
  const number = parseTypedNumber(text);
  if (number?.labels.includes('发文字号') === true) return [`"${number.key}"`];
  return text.split(/\s+/u).flatMap((part) => {
    const units = unitsOf(part);
    const distinctive = unitsOf(part.replace(commonBeginning, ''));
    const sought = distinctive.length === 1 ? units : distinctive;
    const [only] = sought;
    if (only === undefined) return [];
    // A single word of letters may be the beginning of one: GD of GDP. A number is meant whole.
    return sought.length === 1 && /^\p{Alphabetic}/u.test(only) && !/^\p{Script=Han}/u.test(only)
      ? [only]
      : [`"${sought.join(' ')}"`];
  });
}

/** The spellings of a number to index: as it is, and its key if that is no part of it. */
export function numberSpellings(number: string): string[] {
  const key = numberKey(number);
  return unitsOf(number).join(' ').includes(key) ? [number] : [number, key];
}

function unitsOf(text: string): string[] {
  return foldUnits(text).map((unit) => withoutZeros(unit.text));
}

/** 00283 as 283: numbers are padded as offices please. */
function withoutZeros(unit: string): string {
  return /^0+\d/u.test(unit) ? unit.replace(/^0+(?=\d)/u, '') : unit;
}
