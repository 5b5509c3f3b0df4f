import type { Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { encodeName } from './image-addresses.ts';
import { tableNode, type TableBlock } from './table-block.ts';

/** A paragraph or heading of a letter's body, its text as it should read. */
interface TextBlock {
  /** 2 for 一、, 3 for （一）; a paragraph has none. */
  depth?: 2 | 3;
  text: string;
}

/** An image that came with the letter. */
interface ImageBlock {
  /** Name of its file beside the original. */
  image: string;
  /** Its alternative text. */
  description: string;
}

/** A block of a letter's body. */
export type BodyBlock = TextBlock | TableBlock | ImageBlock;

const writer = remark()
  // Columns padded to one width would be no nearer to each other in Chinese type, and change whole tables.
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/**
 * Writes blocks as Markdown. Whatever in a text would be Markdown's own syntax is escaped, so that
 * reading it again gives the same text; a block ends with an empty line. The address of an image is its
 * file's name, for the letter's place is not known yet.
 */
export function writeBody(blocks: readonly BodyBlock[]): string {
  return writer.stringify({ type: 'root', children: blocks.map(blockNode) } satisfies Root);
}

function blockNode(block: BodyBlock): RootContent {
  if ('rows' in block) return tableNode(block);
  if ('image' in block) {
    const image = { type: 'image' as const, url: encodeName(block.image), alt: block.description };
    return { type: 'paragraph', children: [image] };
  }
  const content = [{ type: 'text' as const, value: block.text }];
  return block.depth === undefined
    ? { type: 'paragraph', children: content }
    : { type: 'heading', depth: block.depth, children: content };
}
