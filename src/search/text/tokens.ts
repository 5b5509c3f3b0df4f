import { foldUnits, isHan, type FoldOptions, type Unit } from './fold.ts';

/*
 * The index inverts tokens in place of words. Each unit of a block starts exactly one token: the unit, the next one,
 * and whether there is a break between and after them. `提高GDP，增长` gives `提高 高gdpǀ gdpǀ增 增长ǂ 长ǂ`.
 * The tokens of a substring are therefore a contiguous part of the text's tokens, and occur in this order exactly
 * where the substring does. Since a token also says what follows its second unit, every second one is enough.
 */

/**
 * Marks a break between the two units of a token, or after the second. It is a letter, because Pagefind drops
 * everything else; folding makes it a break, so that no unit contains it.
 */
const breakMark = 'ǀ';
/** Marks the end of the block. */
const endMark = 'ǂ';
/** Encloses a letter that is written as its code point. */
const escapeMark = 'ǁ';

/** A phrase to look up: for each offset, the tokens that match there. */
export type Phrase = readonly (readonly string[])[];

/** The tokens of one block, in order of reading. */
export function tokenize(block: string): string[] {
  return foldUnits(block).map((unit, at, units) => {
    const [second, third] = [units[at + 1], units[at + 2]];
    if (second === undefined) return encodeUnit(unit.text) + endMark;
    return pairOf(unit, second) + (third === undefined ? endMark : third.breakBefore ? breakMark : '');
  });
}

/**
 * Each unit of some blocks once, as a token of its own: what a search for a single unit looks up. It never
 * matches part of a longer phrase, whose tokens have two units.
 */
export function unitTokens(blocks: readonly string[]): string[] {
  return [...new Set(blocks.flatMap((block) => foldUnits(block).map(({ text }) => encodeUnit(text))))];
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
  if (units.length <= 1) return only === undefined ? [] : [[encodeUnit(only.text)]];
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
  return encodeUnit(first.text) + (second.breakBefore ? breakMark : '') + encodeUnit(second.text);
}

/** Writes a unit in letters that Pagefind keeps as they are, whatever version of Unicode it knows. */
function encodeUnit(unit: string): string {
  const first = unit.charCodeAt(0);
  // Nearly all units are one of the 20,000 common Han characters.
  if (unit.length === 1 && first >= 0x4e00 && first <= 0x9fff) return unit;
  if (/^[a-z0-9]+$/.test(unit)) return unit;
  return Array.from(unit, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return /[a-z0-9]/.test(character) || (isHan(code) && code < lastKnownHan)
      ? character
      : `${escapeMark}${code.toString(36)}${escapeMark}`;
  }).join('');
}

/** The first Han character of Unicode 15.1 and later. */
const lastKnownHan = 0x2ebf0;
