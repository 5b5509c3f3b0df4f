import type { Glyph } from './drawn-page.ts';

/** Characters of Chinese official text. Rare Han of extension A result from wrong character maps. */
const plausible =
  /^[\p{Script=Han}\u0020-\u007E\u00A0-\u00FF\u0391-\u03C9\u2000-\u206F\u2070-\u218F\u2190-\u22FF\u2460-\u25FF\u2600-\u26FF\u2700-\u27BF\u2E80-\u30FF\u3200-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]+$/u;
const rare = /[\u3400-\u4DBF\uE000-\uF8FF\uFFFD]/u;

/**
 * Finds glyphs without a trustworthy character: unmapped ones, and all those of a font whose codes pass for
 * Unicode (its own encoding without ToUnicode), which shows in characters that no letter has.
 */
export function unreadableGlyphs(glyphs: readonly Glyph[]): Glyph[] {
  const isBad = ({ text }: Glyph) => !plausible.test(text) || rare.test(text);
  return [...Map.groupBy(glyphs, ({ font }) => font).values()].flatMap((own) => {
    const bad = own.filter(isBad);
    return own.length >= 8 && bad.length > 0.4 * own.length ? own : bad;
  });
}
