import { createHash } from 'node:crypto';
import type { Proposal } from '../../reply/frontmatter.ts';

/**
 * File names of the lists. Each is made from the listed name alone, so that no other agency or session,
 * and no new version of a dictionary of pronunciations, can ever move a list's address.
 */

const digits = 12;

/**
 * The first 48 bits of the SHA-256 of a Chinese name, in hexadecimal. Among ten thousand agencies two
 * share it once in five million archives.
 */
function nameHash(name: string): string {
  return createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, digits);
}

/** The file name of an agency's list: `5f0c3a9d12be`. */
export function makeAgencySlug(issuer: string): string {
  return nameHash(issuer);
}

/**
 * The file name of a session's list: `cppcc-5f0c3a9d12be-12-2`. Place or level, term and session stand
 * in it as far as the letters state them, `x` for a term that they do not.
 *
 * @returns undefined when the letter does not say which session of which body it was.
 */
export function makeSessionSlug(proposal: Proposal | undefined): string | undefined {
  if (proposal?.assembly === undefined || proposal.session === undefined) return undefined;
  const { assembly, scope, term, session } = proposal;
  const body = assembly === '政协' ? 'cppcc' : 'npc';
  return [body, ...(scope === undefined ? [] : [nameHash(scope)]), term ?? 'x', session].join('-');
}

const kindSlugs = { 提案: 'proposal', 建议: 'suggestion', 议案: 'bill' } as const;

/** The file name of a kind's list. */
export function makeKindSlug(kind: NonNullable<Proposal['kind']>): string {
  return kindSlugs[kind];
}
