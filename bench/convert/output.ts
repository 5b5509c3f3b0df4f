import type { Block } from './block.ts';
import { readMarkdown } from './markdown.ts';

/** The output of a tool for a file. */
export interface Output {
  /** Its blocks. Plain text has several readings, of which the best score counts. */
  readings: [Block[], ...Block[][]];
  /** The unchanged text, if the tool outputs plain text. */
  plain?: string;
}

/** The output of a tool that writes Markdown. */
export function markdownOutput(markdown: string): Output {
  return { readings: [readMarkdown(markdown)] };
}

/** The output of a tool that writes plain text: a paragraph is a line, or the lines between empty ones. */
export function plainOutput(plain: string): Output {
  const split = (by: RegExp) =>
    plain
      .split(by)
      .filter((text) => text.trim() !== '')
      .map((text): Block => ({ kind: 'paragraph', text }));
  return { plain, readings: [split(/\n|\f/u), split(/\n\s*\n|\f/u)] };
}
