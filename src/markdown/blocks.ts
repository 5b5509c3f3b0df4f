import type { Root as MarkdownRoot } from 'mdast';
import { anchoredElements } from './anchored-elements.ts';
import type { Block } from './block.ts';
import { letterProcessor } from './processor.ts';

/**
 * The blocks of a letter, in order of reading: what is searched, and where each stands on its page.
 *
 * @param body The Markdown after the frontmatter.
 */
export function letterBlocks(body: string): Block[] {
  const tree = letterProcessor.runSync(letterProcessor.parse(body) satisfies MarkdownRoot);
  return anchoredElements(tree).map(({ block }) => block);
}
