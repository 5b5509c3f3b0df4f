import type { Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** A block of a letter's body, its text as it should read. */
export interface BodyBlock {
  /** 2 for 一、, 3 for （一）; a paragraph has none. */
  depth?: 2 | 3;
  text: string;
}

const writer = remark().use(remarkGfm).data('settings', { bullet: '-', emphasis: '_', rule: '-' }).freeze();

/**
 * Writes blocks as Markdown. Whatever in a text would be Markdown's own syntax is escaped, so that
 * reading it again gives the same text; a block ends with an empty line.
 */
export function writeBody(blocks: readonly BodyBlock[]): string {
  const children = blocks.map(({ depth, text }): RootContent => {
    const content = [{ type: 'text' as const, value: text }];
    return depth === undefined
      ? { type: 'paragraph', children: content }
      : { type: 'heading', depth, children: content };
  });
  return writer.stringify({ type: 'root', children } satisfies Root);
}
