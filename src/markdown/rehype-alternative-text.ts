import type { Element, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Addresses without a scheme that a browser takes for another host's: `//host/a.png`, `/\\host/a.png`. */
const fromRoot = /^[\u0000-\u0020]*[\\/]/;

/**
 * Puts the alternative text in the place of an image that is not part of the edition: sanitising has
 * taken its address away, for a page asks no other host for anything.
 */
export function rehypeAlternativeText(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName !== 'img' || parent === undefined || index === undefined) return;
      const { alt, src } = element.properties;
      if (src !== undefined && !fromRoot.test(src)) return;
      const text: Text[] =
        typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: `〔图：${alt}〕` }] : [];
      parent.children.splice(index, 1, ...text);
      return [SKIP, index + text.length];
    });
  };
}
