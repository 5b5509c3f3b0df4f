import type { Root as MarkdownRoot } from 'mdast';
import { anchoredElements } from './anchored-elements.ts';
import type { Block } from './block.ts';
import { letterProcessor } from './processor.ts';
import { simpleBlocks } from './simple-blocks.ts';

/**
 * The blocks of a letter in reading order: the text that is searched, and its anchor on the page.
 *
 * @param body The Markdown after the frontmatter.
 */
export function letterBlocks(body: string): Block[] {
  return simpleBlocks(body) ?? parsedBlocks(body);
}

/** The same by parsing the Markdown, for any letter. */
export function parsedBlocks(body: string): Block[] {
  const tree = letterProcessor.runSync(letterProcessor.parse(body) satisfies MarkdownRoot);
  return anchoredElements(tree).map(({ block }) => block);
}

/** The texts of a letter's headings, in order. */
export function headingsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ kind, text }) => (kind === 'heading' && text !== '' ? [text] : []));
}
