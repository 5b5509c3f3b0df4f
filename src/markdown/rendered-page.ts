import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import { visit } from 'unist-util-visit';
import { letterProcessor } from './processor.ts';
import type { PageHeading, RenderedPage } from './rendered-body.ts';
import { renderSimplePage } from './simple-page.ts';

// The last step gives the tree that a browser makes of the HTML, whatever the steps before put into each other.
const pageProcessor = letterProcessor().use(rehypeRaw).freeze();
const writer = rehype().data('settings', { fragment: true }).freeze();

/**
 * Renders a body for its page by the very processor that gives checks, search and data their text.
 *
 * @param body Markdown that is within the bounds of `findExcess`.
 */
export function renderPage(body: string): RenderedPage {
  return renderSimplePage(body) ?? renderParsedPage(body);
}

/** The same by parsing the Markdown, for any body. */
export function renderParsedPage(body: string): RenderedPage {
  const tree: Root = pageProcessor.runSync(pageProcessor.parse(body) satisfies MarkdownRoot);
  const headings: PageHeading[] = [];
  visit(tree, 'element', (element) => {
    const depth = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
    const { id } = element.properties;
    if (depth > 0 && typeof id === 'string') headings.push({ depth, slug: id, text: toString(element) });
  });
  return { html: writer.stringify(tree), headings };
}
