import { address, policyAnchor } from '../../archive/address.ts';
import type { CitedIn } from '../../policies/policies.ts';
import type { Letter } from '../letter/letter.ts';
import {
  policiesOnPage,
  type PlacedPolicies,
  type PlacedPolicy,
  type PolicyYear,
} from '../policies/placed-policies.ts';

/** A policy as lists show it. */
export interface PolicySummary {
  slug: string;
  /** Without 《》. */
  name: string;
  /** The most frequent first. */
  numbers: readonly string[];
  /** Letters that cite it. */
  count: number;
}

/** A year of policies that one letter cites. */
interface RareYear {
  year: string;
  count: number;
}

/** What a page of the list of policies shows: of those that several letters cite. */
export interface PolicyListPage {
  number: number;
  of: number;
  policies: readonly PolicySummary[];
  /** Policies of the archive, and those of them that several letters cite. */
  total: number;
  repeated: number;
  rare: readonly RareYear[];
}

/** A letter that cites a policy, with the sentences that do. */
interface CitingEntry<L extends Letter> {
  letter: L;
  /** The number that it gives; absent where all letters give the same. */
  number?: string;
  quotes: readonly { anchor: string; sentence: string }[];
  /** Citations that are not quoted. */
  more: number;
}

/** What a page of a policy shows. */
export interface CitedPolicyPage<L extends Letter = Letter> {
  policy: PolicySummary;
  number: number;
  of: number;
  letters: readonly CitingEntry<L>[];
}

/** What a page of the policies that one letter of a year cites shows. */
export interface RarePoliciesPage<L extends Letter = Letter> {
  year: string;
  number: number;
  of: number;
  /** Policies that one letter cites. */
  count: number;
  years: readonly RareYear[];
  policies: readonly { policy: PolicySummary; entry: CitingEntry<L> }[];
  /** Others that letters of the year cite: their anchors are on the first page of the year, with links to what there is. */
  others: readonly PolicyPointer[];
}

/** Where the archive shows a policy. */
interface PolicyPointer {
  slug: string;
  name: string;
  /** Letters that cite it. */
  count: number;
  to: string;
}

/** Sentences quoted of a letter. */
const quoted = 2;
/** Letters on one page of a policy. */
const lettersOnPage = 100;

/** Gathers what the pages of the list of policies show. */
export function makePolicyLists({ repeated, years }: PlacedPolicies): PolicyListPage[] {
  const rare = countYears(years);
  const total = repeated.length + rare.reduce((sum, { count }) => sum + count, 0);
  return paginate(repeated, policiesOnPage).map((policies, at, { length }) => ({
    number: at + 1,
    of: length,
    policies: policies.map(summarise),
    total,
    repeated: repeated.length,
    rare,
  }));
}

/** Gathers what the pages of a policy show. */
export function makePolicyPages<L extends Letter>(policy: PlacedPolicy<L>): CitedPolicyPage<L>[] {
  const several = policy.numbers.length > 1;
  return paginate(policy.letters, lettersOnPage).map((letters, at, { length }) => ({
    policy: summarise(policy),
    number: at + 1,
    of: length,
    letters: letters.map((cited) => makeEntry(cited, several)),
  }));
}

/**
 * Gathers what the pages of the policies show that one letter cites. All policies of a year are divided into pages, so
 * that no page goes when further letters cite some of them.
 */
export function makeRarePages<L extends Letter>({ years }: PlacedPolicies<L>): RarePoliciesPage<L>[] {
  const counts = countYears(years);
  return years.flatMap(({ year, policies }) => {
    const pages = paginate(policies, policiesOnPage);
    return pages.map((members, at) => ({
      year,
      number: at + 1,
      of: pages.length,
      count: policies.filter(isRare).length,
      years: counts,
      policies: members
        .filter(isRare)
        .flatMap((policy) =>
          policy.letters.map((cited) => ({ policy: summarise(policy), entry: makeEntry(cited, false) })),
        ),
      others:
        at > 0
          ? []
          : pages.flatMap((page, on) =>
              page.flatMap((policy) => {
                if (!isRare(policy)) return [pointTo(policy, policy.to)];
                const { slug } = policy;
                return on === 0
                  ? []
                  : [pointTo(policy, `${address.rarePolicies(year, on + 1)}#${policyAnchor(slug)}`)];
              }),
            ),
    }));
  });
}

function isRare({ letters }: PlacedPolicy): boolean {
  return letters.length === 1;
}

function pointTo({ slug, name, letters }: PlacedPolicy, to: string): PolicyPointer {
  return { slug, name, count: letters.length, to };
}

/** The years with policies that one letter cites. */
function countYears(years: readonly PolicyYear[]): RareYear[] {
  return years
    .map(({ year, policies }) => ({ year, count: policies.filter(isRare).length }))
    .filter(({ count }) => count > 0);
}

function summarise({ slug, name, numbers, letters }: PlacedPolicy): PolicySummary {
  return { slug, name, numbers, count: letters.length };
}

function makeEntry<L extends Letter>({ letter, citations }: CitedIn<L>, withNumber: boolean): CitingEntry<L> {
  const sentences = new Map(citations.map(({ anchor, sentence }) => [sentence, anchor]));
  const number = withNumber ? citations.find((citation) => citation.number !== undefined)?.number : undefined;
  return {
    letter,
    ...(number !== undefined && { number }),
    quotes: [...sentences].slice(0, quoted).map(([sentence, anchor]) => ({ anchor, sentence })),
    more: Math.max(0, sentences.size - quoted),
  };
}

/** Divides a list into pages: one even of an empty list. */
function paginate<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
