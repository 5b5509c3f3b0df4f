import { createHash } from 'node:crypto';
import type { Proposal } from '../../reply/frontmatter.ts';

/**
 * File names of the lists. Each derives from the listed name alone, so that no other agency or session, and
 * no new version of a pronunciation dictionary, can change a list's address.
 */

const digits = 12;

/**
 * The first 48 bits of the SHA-256 of a Chinese name, in hexadecimal. Among ten thousand agencies the
 * probability of a collision is one in five million.
 */
function hashName(name: string): string {
  return createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, digits);
}

/** Makes the file name of an agency's list: `5f0c3a9d12be`. */
export function makeAgencySlug(issuer: string): string {
  return hashName(issuer);
}

/** Makes the file name of a place's list. */
export function makePlaceSlug(place: string): string {
  return hashName(place);
}

/**
 * Makes the file name of a session's list: `cppcc-5f0c3a9d12be-12-2`, from the place or level, the term and
 * the session as far as stated; `x` replaces a missing term.
 *
 * @returns undefined when the letter does not state the body and its session.
 */
export function makeSessionSlug(proposal: Proposal | undefined): string | undefined {
  if (proposal?.assembly === undefined || proposal.session === undefined) return undefined;
  const { assembly, scope, term, session } = proposal;
  const body = assembly === '政协' ? 'cppcc' : 'npc';
  return [body, ...(scope === undefined ? [] : [hashName(scope)]), term ?? 'x', session].join('-');
}

/** Makes the file name of a policy's pages. @param key Its key, as of src/policies. */
export function makePolicySlug(key: string): string {
  return hashName(key);
}

const kindSlugs = { 提案: 'proposal', 建议: 'suggestion', 议案: 'bill' } as const;

/** Makes the file name of a kind's list. */
export function makeKindSlug(kind: NonNullable<Proposal['kind']>): string {
  return kindSlugs[kind];
}
