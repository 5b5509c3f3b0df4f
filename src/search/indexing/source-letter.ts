import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { DueDay, IndexedLetter } from '../text/indexed-letter.ts';

/** A published letter whose body is read only if it must be. */
export interface SourceLetter {
  /** `<year>/<id>` */
  id: string;
  /** Differs whenever frontmatter, body or commitment do. */
  hash: string;
  frontmatter: Frontmatter;
  commitment?: DueDay;
  /** Markdown */
  body: () => string | Promise<string>;
}

/** Reads a letter completely. */
export async function loadLetter({ id, frontmatter, body }: SourceLetter): Promise<IndexedLetter> {
  return { id, frontmatter, body: await body() };
}
