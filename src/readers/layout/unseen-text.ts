import type { DrawnPage } from './drawn-page.ts';

/** Points. No letter has text as small as this. */
const tiny = 2;

/** The text of a page that is white, transparent or too small to be read; empty where all can be seen. */
export function unseenText({ glyphs }: DrawnPage): string {
  return glyphs
    .filter(({ unseen, size }) => unseen ?? size < tiny)
    .map(({ text }) => text)
    .join('')
    .trim();
}
