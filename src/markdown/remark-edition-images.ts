import type { Image, Literal, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** An image that goes to the page with the address that the letter gives it. */
interface EditionImage extends Literal {
  type: 'editionImage';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    editionImage: EditionImage;
  }
  interface RootContentMap {
    editionImage: EditionImage;
  }
}

/**
 * Takes images out of the site builder's sight. It would convert them and put them elsewhere, but an image
 * of a letter is evidence: the page shows the very file that lies beside the original, by a relative
 * address that also works from a folder.
 */
export function remarkEditionImages(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'image', (image, index, parent) => {
      if (parent !== undefined && index !== undefined) parent.children[index] = editionImage(image);
    });
  };
}

function editionImage({ url, alt, title, position }: Image): EditionImage {
  return {
    type: 'editionImage',
    value: '',
    data: {
      hName: 'img',
      hProperties: { src: url, alt: alt ?? '', ...(typeof title === 'string' && { title }) },
    },
    ...(position && { position }),
  };
}
