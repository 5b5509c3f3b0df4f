import { join } from 'node:path';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import { readMarkdownBytes, readMarkdownFile, type MarkdownFile } from './markdown-file.ts';

/** A letter's file with all that checks, pages and search look at. */
export interface LetterFile extends MarkdownFile<Frontmatter> {
  /** Path below the content folder's `replies/`, with `/`. */
  name: string;
  /** `<year>/<id>` */
  id: string;
}

/**
 * Reads one letter's file.
 *
 * @param content The content folder.
 * @param name Path below `replies/`, such as `2019/cppcc-12-2-283.md`.
 */
export function readLetterFile(content: string, name: string): LetterFile {
  const read = readMarkdownFile(join(content, 'replies', name), frontmatterSchema);
  return { ...read, name, id: name.replace(/\.md$/, '') };
}

/** Reads a letter that is not written yet. @param path The path that findings name. */
export function readLetterBytes(path: string, bytes: Buffer): MarkdownFile<Frontmatter> {
  return readMarkdownBytes(path, bytes, frontmatterSchema);
}
