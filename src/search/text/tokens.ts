import { foldUnits, type FoldOptions, type Unit } from './fold.ts';

/*
 * The index inverts tokens in place of words. Each unit of a block starts exactly one token: the unit, the next one,
 * and whether there is a break between and after them. `提高GDP，增长` gives `提高 高gdp, gdp,增 增长. 长.`.
 * The tokens of a substring are therefore a contiguous part of the text's tokens, and occur in this order exactly
 * where the substring does. Since a token also says what follows its second unit, every second one is enough.
 */

/**
 * Marks a break between the two units of a token, or after the second. Folding makes it a break, so no unit contains
 * it; and it sorts before all that units contain, so tokens that differ only in their last mark are neighbours.
 */
export const breakMark = ',';
/** Marks the end of the block. */
export const endMark = '.';
/** Marks a token of a single unit. */
export const unitMark = '!';

/** A phrase to look up: for each offset, the tokens that match there. */
export type Phrase = readonly (readonly string[])[];

/** The tokens of one block, in order of reading. */
export function tokenize(block: string): string[] {
  return foldUnits(block).map((unit, at, units) => {
    const [second, third] = [units[at + 1], units[at + 2]];
    if (second === undefined) return unit.text + endMark;
    return pairOf(unit, second) + (third === undefined ? endMark : third.breakBefore ? breakMark : '');
  });
}

/**
 * The phrase that occurs exactly where a text does: its tokens without the last, which would require the block to
 * end there; anything may follow the last two units. A text of one unit is that unit.
 *
 * Offsets may be left out: those that are at most two apart and include the first and the last are enough.
 */
export function tokenizePhrase(text: string, options?: FoldOptions): Phrase {
  const units = foldUnits(text, options);
  const [only] = units;
  if (units.length <= 1) return only === undefined ? [] : [[only.text + unitMark]];
  return units.slice(0, -1).map((unit, at) => {
    const [second, third] = [units[at + 1] ?? unit, units[at + 2]];
    const pair = pairOf(unit, second);
    if (third === undefined) return [pair, pair + breakMark, pair + endMark];
    return [pair + (third.breakBefore ? breakMark : '')];
  });
}

/** A token without the mark of what follows its second unit. */
export function tokenStem(token: string): string {
  return token.endsWith(breakMark) || token.endsWith(endMark) ? token.slice(0, -1) : token;
}

function pairOf(first: Unit, second: Unit): string {
  return first.text + (second.breakBefore ? breakMark : '') + second.text;
}
