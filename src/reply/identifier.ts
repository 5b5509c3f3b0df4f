import type { Frontmatter } from './frontmatter.ts';

/**
 * The stable ASCII id of a letter: `cppcc-12-2-283`, `npc-14-1-6705`. Where the letter does not state
 * session and number: its day and the head of its original's hash, `reply-20200918-1a2b3c4d`.
 *
 * @param sha256 Of the received bytes.
 */
export function replyId(letter: Partial<Frontmatter>, sha256: string): string {
  const { assembly, term, session, number } = letter.proposal ?? {};
  const serial = number?.toLowerCase();
  if (assembly && term !== undefined && session !== undefined && serial && /^[a-z0-9-]+$/.test(serial))
    return [assembly === '政协' ? 'cppcc' : 'npc', term, session, serial].join('-');
  const day = (letter.issuedOn ?? letter.publishedOn ?? '').replaceAll('-', '');
  return ['reply', day, sha256.slice(0, 8)].filter((part) => part !== '').join('-');
}

/** The folder of a letter: the year it was issued, else published. */
export function replyYear(letter: Partial<Frontmatter>): string | undefined {
  return (letter.issuedOn ?? letter.publishedOn)?.slice(0, 4);
}

/** The folder of drafts without any date. No letter in it can be published. */
export const undatedYear = '0000';
