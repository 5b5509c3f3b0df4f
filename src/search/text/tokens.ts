import { foldUnits, isHan, type FoldOptions, type Unit } from './fold.ts';

/*
 * What Pagefind is given instead of words. Each unit of a block starts exactly one token: the unit, the
 * one after it, and what stands between and behind them. `提高GDP，增长` gives
 * `提高 高gdpǀ gdpǀ增 增长ǂ 长ǂ`. The tokens of any part of a text are therefore a contiguous part of
 * the text's tokens; where they stand one after the other, the part stands, and nowhere else. Since a
 * token also says what follows its second unit, every second one of them is enough.
 */

/**
 * Says in a token that its units are apart, or that the second is apart from what follows. A letter, for
 * Pagefind drops everything else; the fold makes it a break, so no unit holds it.
 */
const breakMark = 'ǀ';
/** Says that the block ends. */
const endMark = 'ǂ';
/** Begins a letter that is spelled by its code point. */
const escapeMark = 'ǁ';

/** What is looked for: for each place, one after the other, the tokens that may stand there. */
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
 * Every unit of some blocks once, by itself: what a search for a single unit finds. Such a token is
 * never part of a phrase, for a token of a phrase tells of two units.
 */
export function unitTokens(blocks: readonly string[]): string[] {
  return [...new Set(blocks.flatMap((block) => foldUnits(block).map(({ text }) => encodeUnit(text))))];
}

/**
 * The phrase that stands exactly where a text stands: its tokens without the last, which would say that
 * the text ends there; what follows the last two units may be anything. A text of one unit is that unit.
 *
 * It may have gaps: places that are at most two apart, the first and the last among them, are enough.
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

/** What tokens that differ only in what follows have in common. */
export function tokenStem(token: string): string {
  return token.endsWith(breakMark) || token.endsWith(endMark) ? token.slice(0, -1) : token;
}

function pairOf(first: Unit, second: Unit): string {
  return encodeUnit(first.text) + (second.breakBefore ? breakMark : '') + encodeUnit(second.text);
}

/** A unit in letters that Pagefind takes as they are, whatever version of Unicode it knows. */
function encodeUnit(unit: string): string {
  const first = unit.charCodeAt(0);
  // Most units by far: one of the 20,000 usual Han characters.
  if (unit.length === 1 && first >= 0x4e00 && first <= 0x9fff) return unit;
  if (/^[a-z0-9]+$/.test(unit)) return unit;
  return Array.from(unit, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return /[a-z0-9]/.test(character) || (isHan(code) && code < lastKnownHan)
      ? character
      : `${escapeMark}${code.toString(36)}${escapeMark}`;
  }).join('');
}

/** Han characters from here on came with Unicode 15.1 and later. */
const lastKnownHan = 0x2ebf0;
