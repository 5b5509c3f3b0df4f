import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Parses the raw HTML of a letter, such as a table with merged cells. A letter without any is passed
 * by: the parser would be most of its cost.
 */
export function rehypeRawHtml(): (tree: Root, file: VFile) => Root {
  const parse = rehypeRaw();
  return (tree, file) => (holdsRawHtml(tree) ? parse(tree, file) : tree);
}

function holdsRawHtml(tree: Root): boolean {
  let found = 0;
  visit(tree, 'raw', () => {
    found += 1;
    return EXIT;
  });
  return found > 0;
}
