import type { Element, Root, RootContent } from 'hast';
import { isContainer } from './container.ts';

/**
 * Puts text that raw HTML leaves outside every block into paragraphs, so that it has an anchor and is
 * found like the rest.
 */
export function rehypeLooseText(): (tree: Root) => void {
  return (tree) => {
    const children: RootContent[] = [];
    let loose: Element | undefined;
    for (const node of tree.children) {
      const inLine =
        (node.type === 'element' && !isContainer(node)) || (node.type === 'text' && /\S/.test(node.value));
      if (!inLine && (node.type === 'element' || loose === undefined)) {
        loose = undefined;
        children.push(node);
      } else if (node.type === 'element' || node.type === 'text') {
        if (loose === undefined) {
          loose = { type: 'element', tagName: 'p', properties: {}, children: [] };
          children.push(loose);
        }
        loose.children.push(node);
      }
    }
    tree.children = children;
  };
}
