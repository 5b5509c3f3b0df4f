import { join } from 'node:path';
import { pageSchema, type PageFrontmatter } from '../reply/page.ts';
import { readMarkdownBytes, readMarkdownFile, type MarkdownFile } from './markdown-file.ts';

/** A page about the archive. */
export interface PageFile extends MarkdownFile<PageFrontmatter> {
  /** Path below the content folder's `pages/`, with `/`. */
  name: string;
  /** The path without its ending: the page's address below the site's root. */
  id: string;
}

/** Reads a page that is not written yet. @param path The path that findings name. */
export function readPageBytes(path: string, bytes: Buffer): MarkdownFile<PageFrontmatter> {
  return readMarkdownBytes(path, bytes, pageSchema);
}

/**
 * Reads one page's file.
 *
 * @param content The content folder.
 * @param name Path below `pages/`, such as `guide/check.md`.
 */
export function readPageFile(content: string, name: string): PageFile {
  const read = readMarkdownFile(join(content, 'pages', name), pageSchema);
  return { ...read, name, id: name.replace(/\.md$/, '') };
}
