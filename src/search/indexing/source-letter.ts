import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';

/** A published letter whose body is read only if it must be. */
export interface SourceLetter {
  /** `<year>/<id>` */
  id: string;
  /** Differs whenever frontmatter or body do. */
  hash: string;
  frontmatter: Frontmatter;
  /** Markdown */
  body: () => string | Promise<string>;
}

/** Reads a letter completely. */
export async function loadLetter({ id, frontmatter, body }: SourceLetter): Promise<IndexedLetter> {
  return { id, frontmatter, body: await body() };
}
