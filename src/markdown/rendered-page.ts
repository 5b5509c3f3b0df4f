import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';
import { letterProcessor } from './processor.ts';

/** A heading of a rendered body. */
export interface PageHeading {
  depth: number;
  /** The heading's anchor. */
  slug: string;
  text: string;
}

/** A Markdown body as HTML. */
export interface RenderedPage {
  html: string;
  headings: PageHeading[];
}

// The last step gives the tree that a browser makes of the HTML, whatever the steps before put into each other.
const pageProcessor = letterProcessor().use(rehypeHeadingIds).use(rehypeRaw).freeze();
const writer = rehype().data('settings', { fragment: true }).freeze();

/**
 * Renders a body for its page by the very processor that gives checks, search and data their text.
 *
 * @param body Markdown that is within the bounds of `findExcess`.
 */
export function renderPage(body: string): RenderedPage {
  const file = new VFile({ value: body, data: { astro: {} } });
  const tree: Root = pageProcessor.runSync(pageProcessor.parse(file) satisfies MarkdownRoot, file);
  return { html: writer.stringify(tree), headings: file.data.astro?.headings ?? [] };
}
