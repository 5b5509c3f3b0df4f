import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { findLetterParts } from './letter-parts.ts';

/**
 * Marks the parts of a letter that official layout sets apart. Classes only: the text stays as it is.
 */
export function rehypeLetterParts(): (tree: Root) => void {
  return (tree) => {
    const elements = tree.children.filter((child) => child.type === 'element');
    const blocks = elements.map((element) => ({
      isParagraph: element.tagName === 'p',
      text: toString(element),
    }));
    for (const [at, part] of findLetterParts(blocks)) {
      const element = elements[at];
      if (element) element.properties.className = [part];
    }
  };
}
