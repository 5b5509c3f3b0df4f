import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { anchoredElements } from './anchored-elements.ts';

/** Ids that GFM footnotes link to; they bear a prefix of their own. */
const footnotePrefix = 'user-content-';

/**
 * Gives every heading, paragraph and table row of a letter its stable anchor. An id that the letter
 * brings along (raw HTML) is dropped: it could shadow one of the page's.
 */
export function rehypeAnchors(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties.id === 'string' && !properties.id.startsWith(footnotePrefix))
        delete properties.id;
    });
    for (const { element, block } of anchoredElements(tree)) element.properties.id ??= block.id;
    // Headings in places without blocks, such as cells, get a number: the site builder would give them ids made
    // of their text, and a text may be the name of a part of the page.
    let loose = 0;
    visit(tree, 'element', ({ tagName, properties }) => {
      if (/^h[1-6]$/.test(tagName)) properties.id ??= `h${(loose += 1)}`;
    });
  };
}
