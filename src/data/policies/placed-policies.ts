import { address, policyAnchor } from '../../archive/address.ts';
import type { PolicyCitation } from '../../policies/citation.ts';
import { gatherPolicies, type Policy } from '../../policies/policies.ts';
import { compareText } from '../../reply/text-order.ts';
import { filedYear, type Letter } from '../letter/letter.ts';
import { makePolicySlug } from '../lists/list-slug.ts';

/** A policy and where the archive shows it. */
export interface PlacedPolicy<L extends Letter = Letter> extends Policy<L> {
  /** File name of its page, or the anchor in the list that it is in. */
  slug: string;
  /** Address of what the archive has on it, with the fragment in a list. */
  to: string;
}

/** The policies of an archive, placed on pages. */
export interface PlacedPolicies<L extends Letter = Letter> {
  /** Those that several letters cite, most first: each has a page. */
  repeated: readonly PlacedPolicy<L>[];
  /** All, by the years of the letters that cite them: latest year first, oldest letters first within. */
  years: readonly PolicyYear<L>[];
  /** The policy of a citation. */
  of: (citation: Pick<PolicyCitation, 'key' | 'number'>) => PlacedPolicy<L> | undefined;
}

/** The policies that letters of a year cite, by the oldest of these letters. */
export interface PolicyYear<L extends Letter = Letter> {
  year: string;
  policies: readonly PlacedPolicy<L>[];
}

/** Policies on one page of a list. */
export const policiesOnPage = 100;

/**
 * Gathers the policies of an archive and decides where each is shown. Most are cited by one letter only; a page for each of
 * these would be most pages of the archive and say nothing that the letter does not, so they are listed by year.
 * The first page of a year has the anchor of every policy that its letters cite: an address of one that further letters
 * cite, or that is on another page by now, still leads to it.
 *
 * @param letters Newest first.
 */
export function placePolicies<L extends Letter>(
  letters: readonly { letter: L; citations: readonly PolicyCitation[] }[],
): PlacedPolicies<L> {
  const { all, of } = gatherPolicies(letters);
  const placed = new Map<string, PlacedPolicy<L>>();
  const place = (policy: Policy<L>, to: (slug: string) => string): PlacedPolicy<L> => {
    const slug = makePolicySlug(policy.key);
    const one = { ...policy, slug, to: to(slug) };
    placed.set(policy.key, one);
    return one;
  };
  const repeated = all
    .filter(({ letters: { length } }) => length > 1)
    .map((policy) => place(policy, (slug) => address.policy(slug)));
  for (const policy of all) {
    const [cited, another] = policy.letters;
    if (cited && another === undefined)
      place(policy, (slug) => `${address.rarePolicies(filedYear(cited.letter))}#${policyAnchor(slug)}`);
  }
  return {
    repeated,
    years: listByYear([...placed.values()]),
    of: (citation) => {
      const policy = of(citation);
      return policy && placed.get(policy.key);
    },
  };
}

function listByYear<L extends Letter>(policies: readonly PlacedPolicy<L>[]): PolicyYear<L>[] {
  const cited = policies.flatMap((policy) =>
    [...Map.groupBy(policy.letters, ({ letter }) => filedYear(letter))].flatMap(([year, own]) => {
      const [oldest] = own.map(({ letter }) => letter).sort(compareAge);
      return oldest === undefined ? [] : [{ year, policy, oldest }];
    }),
  );
  return [...Map.groupBy(cited, ({ year }) => year)]
    .sort(([a], [b]) => compareText(b, a))
    .map(([year, members]) => ({
      year,
      policies: members
        .sort((a, b) => compareAge(a.oldest, b.oldest) || compareText(a.policy.key, b.policy.key))
        .map(({ policy }) => policy),
    }));
}

function compareAge(a: Letter, b: Letter): number {
  return compareText(a.data.issuedOn ?? '', b.data.issuedOn ?? '') || compareText(a.id, b.id);
}
