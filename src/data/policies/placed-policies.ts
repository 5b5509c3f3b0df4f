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
  /** Those that one letter cites, by the year of that letter, latest year first; oldest letters first within. */
  rare: readonly { year: string; policies: readonly PlacedPolicy<L>[] }[];
  /** The policy of a citation. */
  of: (citation: Pick<PolicyCitation, 'key' | 'number'>) => PlacedPolicy<L> | undefined;
}

/** Policies on one page of a list. */
export const policiesOnPage = 100;

/**
 * Gathers the policies of an archive and decides where each is shown. Most are cited by one letter only; a page for each of
 * these would be most pages of the archive and say nothing that the letter does not. New letters do not move the
 * older ones among them to other pages.
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
  const once = all.flatMap((policy) => {
    const [cited, another] = policy.letters;
    return cited && another === undefined ? [{ policy, letter: cited.letter }] : [];
  });
  const rare = [...Map.groupBy(once, ({ letter }) => filedYear(letter))]
    .sort(([a], [b]) => compareText(b, a))
    .map(([year, policies]) => ({
      year,
      policies: policies
        .sort((a, b) => compareAge(a.letter, b.letter) || compareText(a.policy.key, b.policy.key))
        .map(({ policy }, at) =>
          place(
            policy,
            (slug) =>
              `${address.rarePolicies(year, Math.floor(at / policiesOnPage) + 1)}#${policyAnchor(slug)}`,
          ),
        ),
    }));
  return {
    repeated,
    rare,
    of: (citation) => {
      const policy = of(citation);
      return policy && placed.get(policy.key);
    },
  };
}

function compareAge(a: Letter, b: Letter): number {
  return compareText(a.data.issuedOn ?? '', b.data.issuedOn ?? '') || compareText(a.id, b.id);
}
