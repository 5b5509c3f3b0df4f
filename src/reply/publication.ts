import type { Frontmatter } from './frontmatter.ts';

/**
 * Whether a letter may appear on the site: it is no draft, and it is disclosed on the office's own
 * initiative (主动公开) or says nothing of disclosure.
 */
export function isPublished(letter: Pick<Frontmatter, 'draft' | 'disclosure'>): boolean {
  return letter.draft !== true && (letter.disclosure === undefined || letter.disclosure === '主动公开');
}
