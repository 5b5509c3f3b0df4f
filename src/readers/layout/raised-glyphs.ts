import { scriptText } from '../raised-text.ts';
import type { Glyph } from './drawn-page.ts';

/** A glyph set off its line is smaller than this share of the line's size. */
const smaller = 0.8;
/** Its baseline is off by at least this share of the line's size, upwards or downwards. */
const offset = { up: 0.15, down: 0.1 };
/** One of the line's own size is raised only from this share on: fonts differ a little in their baselines. */
const ofSameSize = 0.3;

/**
 * Gives raised and lowered digits of a line Unicode's own signs, so that 10⁴ is not read as 104.
 *
 * @param glyphs Of one line.
 * @param size Font size of the line, in points.
 * @param baseline Of the line.
 */
export function withScripts(glyphs: readonly Glyph[], size: number, baseline: number): Glyph[] {
  return glyphs.map((glyph) => {
    // OCR knows only where the ink is.
    if (glyph.confidence !== undefined) return glyph;
    const up = baseline - glyph.y;
    if (glyph.size >= smaller * size && up < ofSameSize * size) return glyph;
    const script = up > offset.up * size ? 'super' : up < -offset.down * size ? 'sub' : undefined;
    const text = script && scriptText(glyph.text, script);
    return text === undefined ? glyph : { ...glyph, text };
  });
}
