import { cutFrontmatter } from './frontmatter-block.ts';

/** The Markdown after the frontmatter of a letter that was checked. @param bytes The letter's file. */
export function letterBody(bytes: Buffer): string {
  const source = bytes.toString();
  return source.slice(cutFrontmatter(source)?.end ?? 0);
}
