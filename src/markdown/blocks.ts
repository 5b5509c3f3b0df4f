import type { Root as MarkdownRoot } from 'mdast';
import { anchoredElements } from './anchored-elements.ts';
import type { Block } from './block.ts';
import { letterProcessor } from './processor.ts';

/**
 * The blocks of a letter in reading order: the text that is searched, and its anchor on the page.
 *
 * @param body The Markdown after the frontmatter.
 */
export function letterBlocks(body: string): Block[] {
  const tree = letterProcessor.runSync(letterProcessor.parse(body) satisfies MarkdownRoot);
  return anchoredElements(tree).map(({ block }) => block);
}
