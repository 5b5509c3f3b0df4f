import { foldUnits, isHan, type FoldOptions, type Unit } from './fold.ts';

/*
 * What Pagefind is given instead of words. A token is a unit together with the one after it and whether
 * they are apart; each unit of a block starts exactly one token. `提高GDP，增长` gives
 * `提高 高gdp gdpǀ增 增长 长ǀ`. The tokens of any part of a text are therefore a contiguous part of the
 * text's tokens, and Pagefind's exact phrase of them stands exactly where the part stands.
 */

/**
 * Says in a token that its units are apart, or that the block ends. A letter, for Pagefind drops
 * everything else; the fold makes it a break, so no unit holds it.
 */
const apart = 'ǀ';
/** Begins a letter that is spelled by its code point. */
const spelled = 'ǁ';

/** The tokens of one block, in order of reading. */
export function tokensOf(block: string): string[] {
  return foldUnits(block).map((unit, index, units) => tokenOf(unit, units[index + 1]));
}

/**
 * Every unit of some blocks once, by itself: what a search for a single unit finds. Such a token is
 * never part of a phrase, for a token of a phrase tells of two units.
 */
export function unitsOf(blocks: readonly string[]): string[] {
  return [...new Set(blocks.flatMap((block) => foldUnits(block).map(({ text }) => spell(text))))];
}

/**
 * The phrase that stands exactly where a text stands: its tokens, without the last, which would say
 * that the text ends there. A text of one unit is that unit.
 */
export function phraseOf(text: string, options?: FoldOptions): string[] {
  const units = foldUnits(text, options);
  const [only] = units;
  if (units.length <= 1) return only === undefined ? [] : [spell(only.text)];
  return units.slice(0, -1).map((unit, index) => tokenOf(unit, units[index + 1]));
}

function tokenOf(unit: Unit, next: Unit | undefined): string {
  if (next === undefined) return spell(unit.text) + apart;
  return spell(unit.text) + (next.broken ? apart : '') + spell(next.text);
}

/** A unit in letters that Pagefind takes as they are, whatever version of Unicode it knows. */
function spell(unit: string): string {
  const first = unit.charCodeAt(0);
  // Most units by far: one of the 20,000 usual Han characters.
  if (unit.length === 1 && first >= 0x4e00 && first <= 0x9fff) return unit;
  if (/^[a-z0-9]+$/.test(unit)) return unit;
  return Array.from(unit, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return /[a-z0-9]/.test(character) || (isHan(code) && code < lastKnownHan)
      ? character
      : `${spelled}${code.toString(36)}${spelled}`;
  }).join('');
}

/** Han characters from here on came with Unicode 15.1 and later. */
const lastKnownHan = 0x2ebf0;
