import type { CitedIn } from '../../policies/policies.ts';
import type { Letter } from '../letter/letter.ts';
import { policiesOnPage, type PlacedPolicies, type PlacedPolicy } from '../policies/placed-policies.ts';

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

/** What a page of the policies that one letter cites shows. */
export interface RarePoliciesPage<L extends Letter = Letter> {
  year: string;
  number: number;
  of: number;
  /** Policies of the year. */
  count: number;
  years: readonly RareYear[];
  policies: readonly { policy: PolicySummary; entry: CitingEntry<L> }[];
}

/** Sentences quoted of a letter. */
const quoted = 2;
/** Letters on one page of a policy. */
const lettersOnPage = 100;

/** Gathers what the pages of the list of policies show. */
export function makePolicyLists({ repeated, rare }: PlacedPolicies): PolicyListPage[] {
  const years = rare.map(countYear);
  const total = repeated.length + years.reduce((sum, { count }) => sum + count, 0);
  return paginate(repeated, policiesOnPage).map((policies, at, { length }) => ({
    number: at + 1,
    of: length,
    policies: policies.map(summarise),
    total,
    repeated: repeated.length,
    rare: years,
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

/** Gathers what the pages of the policies show that one letter cites. */
export function makeRarePages<L extends Letter>({ rare }: PlacedPolicies<L>): RarePoliciesPage<L>[] {
  const years = rare.map(countYear);
  return rare.flatMap(({ year, policies }) =>
    paginate(policies, policiesOnPage).map((members, at, { length }) => ({
      year,
      number: at + 1,
      of: length,
      count: policies.length,
      years,
      policies: members.flatMap((policy) =>
        policy.letters
          .slice(0, 1)
          .map((cited) => ({ policy: summarise(policy), entry: makeEntry(cited, false) })),
      ),
    })),
  );
}

function countYear({ year, policies }: PlacedPolicies['rare'][number]): RareYear {
  return { year, count: policies.length };
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
