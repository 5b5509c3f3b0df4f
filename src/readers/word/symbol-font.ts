import { codePoint } from 'dingbat-to-unicode';

/**
 * Converts characters of a symbol font (Wingdings, Symbol…) to Unicode: check boxes, arrows, bullets. Such
 * fonts use the private range from U+F000; a character without an equivalent becomes a bullet.
 */
export function symbolText(text: string, font: string | undefined): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isPrivate = code >= 0xf000 && code <= 0xf0ff;
    const isSymbolFont = font !== undefined && /^(?:wingdings|webdings|symbol)/i.test(font);
    if (!isPrivate && !(isSymbolFont && code <= 0xff)) return character;
    const known = font === undefined ? undefined : codePoint(font, code & 0xff)?.string;
    return known ?? (isPrivate ? '•' : character);
  }).join('');
}
