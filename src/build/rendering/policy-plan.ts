import { address } from '../../archive/address.ts';
import {
  makePolicyLists,
  makePolicyPages,
  makeRarePages,
  type CitedPolicyPage,
} from '../../data/pages/policy-pages.ts';
import { digest } from '../digest.ts';
import type { PlannedPage } from './planned-page.ts';
import type { SharedContent, SharedLetter } from './shared-content.ts';

/** Plans the pages of the policies that letters cite. */
export function planPolicies({ policies }: SharedContent): PlannedPage[] {
  return [
    ...makePolicyLists(policies).map((shows): PlannedPage => ({
      path: address.policyList(shows.number),
      key: digest('policies', shows),
      gather: () => ({ kind: 'policies', shows }),
    })),
    ...policies.repeated.flatMap((policy) =>
      makePolicyPages(policy).map((shows): PlannedPage => ({
        path: address.policy(policy.slug, shows.number),
        key: digest('policy', { ...shows, letters: shows.letters.map(asKey) }),
        gather: () => ({ kind: 'policy', shows }),
      })),
    ),
    ...makeRarePages(policies).map((shows): PlannedPage => ({
      path: address.rarePolicies(shows.year, shows.number),
      key: digest('rare policies', {
        ...shows,
        policies: shows.policies.map(({ policy, entry }) => [policy, asKey(entry)]),
      }),
      gather: () => ({ kind: 'rarePolicies', shows }),
    })),
  ];
}

/** A letter by its digest. */
function asKey({ letter, ...entry }: CitedPolicyPage<SharedLetter>['letters'][number]) {
  return [letter.digest, entry];
}
