import type { Glyph } from './drawn-page.ts';
import type { LayoutParagraph } from './paragraph.ts';
import { isWide } from './character-class.ts';
import { foldRadicals } from './kangxi-radical.ts';

/** The style of most of a text. */
export interface BodyStyle {
  font: string;
  bold: boolean;
  size: number;
}

/**
 * The style of most wide characters. Latin letters and digits often have a font of their own and don't count.
 */
export function bodyStyleOf(glyphs: readonly Glyph[]): BodyStyle {
  const counts = new Map<string, { style: BodyStyle; count: number }>();
  for (const { font, bold, size, text } of glyphs) {
    if (!isWide(text)) continue;
    const rounded = Math.round(size * 2) / 2;
    const key = `${font} ${bold} ${rounded}`;
    const entry = counts.get(key) ?? { style: { font, bold, size: rounded }, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return most?.style ?? { font: '', bold: false, size: 0 };
}

/**
 * A heading's depth by its appearance; undefined for other paragraphs. 1 for a larger, centred title, else by
 * the numeral (一、 2, （一） 3, 1. 4, GB/T 9704), else by the document's own tag.
 */
export function headingDepth(paragraph: LayoutParagraph, body: BodyStyle): number | undefined {
  const glyphs = paragraph.lines.flatMap((line) => line.glyphs);
  const size = Math.max(...paragraph.lines.map((line) => line.size));
  const larger = size > 1.15 * body.size;
  if (paragraph.text.length > 80) return undefined;
  if (larger && isTitle(paragraph)) return 1;
  const tag = /^H([1-6])$/.exec(glyphs[0]?.tag?.role ?? '')?.[1];
  if (tag === undefined && (/[，；：、]$/u.test(paragraph.text) || !differs(glyphs, body))) return undefined;
  const numeral = numeralDepth(foldRadicals(paragraph.text));
  if (tag === undefined && numeral === undefined) return undefined;
  return numeral ?? Number(tag);
}

function isTitle({ centred, text, lines }: LayoutParagraph): boolean {
  return (centred || lines.length > 1) && /\p{Script=Han}/u.test(text);
}

function differs(glyphs: readonly Glyph[], body: BodyStyle): boolean {
  const own = glyphs.filter(({ text }) => isWide(text) && /[\p{L}\u2F00-\u2FDF]/u.test(text));
  const other = own.filter(({ font, bold }) => font !== body.font || bold !== body.bold);
  return own.length > 0 && other.length >= 0.95 * own.length;
}

function numeralDepth(text: string): number | undefined {
  if (/^[一二三四五六七八九十]{1,3}[、.．]/u.test(text)) return 2;
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(text)) return 3;
  return /^\d{1,2}[.．、]/u.test(text) ? 4 : undefined;
}
