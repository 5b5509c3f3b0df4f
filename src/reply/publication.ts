import type { Frontmatter } from './frontmatter.ts';

/**
 * Whether a letter is public: not at all (a draft, or not disclosed on the office's own initiative, 主动公开), not yet,
 * in full, or only as a page that says that it was withdrawn. A withdrawal comes before all but a draft: what was public
 * once does not vanish.
 */
export type Publication = 'unpublished' | 'waiting' | 'published' | 'withdrawn';

/** Finds whether a letter is public. @param day `yyyy-mm-dd`, in China. */
export function publicationOn(
  day: string,
  letter: Pick<Frontmatter, 'draft' | 'disclosure' | 'publishFrom' | 'withdrawn'>,
): Publication {
  if (letter.draft === true) return 'unpublished';
  if (letter.withdrawn !== undefined) return 'withdrawn';
  if (letter.disclosure !== undefined && letter.disclosure !== '主动公开') return 'unpublished';
  return letter.publishFrom !== undefined && letter.publishFrom > day ? 'waiting' : 'published';
}
