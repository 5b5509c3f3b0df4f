import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Marks links to other hosts; the stylesheet shows and says the mark. The page they lead to learns nothing
 * of the visitor and gets no reference to this page.
 */
export function rehypeOutwardLinks(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (
        tagName === 'a' &&
        typeof properties.href === 'string' &&
        /^(?:https?:)?\/\//i.test(properties.href)
      )
        properties.rel = ['noopener', 'noreferrer', 'external'];
    });
  };
}
