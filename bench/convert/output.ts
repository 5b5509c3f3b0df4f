import type { Block } from './block.ts';
import { readMarkdown } from './markdown.ts';

/** What a tool made of a file. */
export interface Output {
  /** Its blocks; of plain text there are several readings, and the one that suits it best counts. */
  readings: [Block[], ...Block[][]];
  /** Its text as it stands, when the tool gives plain text. */
  plain?: string;
}

/** The output of a tool that gives Markdown. */
export function markdownOutput(markdown: string): Output {
  return { readings: [readMarkdown(markdown)] };
}

/** The output of a tool that gives plain text: a paragraph is a line, or what stands between empty lines. */
export function plainOutput(plain: string): Output {
  const split = (by: RegExp) =>
    plain
      .split(by)
      .filter((text) => text.trim() !== '')
      .map((text): Block => ({ kind: 'paragraph', text }));
  return { plain, readings: [split(/\n|\f/u), split(/\n\s*\n|\f/u)] };
}
