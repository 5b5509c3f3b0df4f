import { compareText } from '../reply/text-order.ts';
import type { PolicyCitation } from './citation.ts';
import { isNumber } from './document-numbers.ts';
import { withoutVersion } from './title-kind.ts';

/** A policy and the letters that cite it. */
export interface Policy<L> {
  /** Never changes while any letter names it so. */
  key: string;
  /** As most letters name it, without 《》: its title, or its number where no letter gives a title. */
  name: string;
  /** The numbers that letters give for it, the most frequent first. */
  numbers: readonly string[];
  /** In the order that was given. */
  letters: readonly CitedIn<L>[];
}

/** A letter with its citations of one policy, in reading order. */
export interface CitedIn<L> {
  letter: L;
  citations: readonly PolicyCitation[];
}

/** The policies of an archive. */
export interface Policies<L> {
  /** Those that most letters cite first. */
  all: readonly Policy<L>[];
  /** The policy of a citation. */
  of: (citation: NamedPolicy) => Policy<L> | undefined;
}

/** What tells policies apart in a citation. */
type NamedPolicy = Pick<PolicyCitation, 'key' | 'number'>;

interface Group<L> {
  key: string;
  letters: Map<L, PolicyCitation[]>;
}

/**
 * Gathers the policies that letters cite, by their keys. A number ties names together: what one letter names by its number
 * only is what another names by title and number, and two titles with one number are one policy if they are alike; if
 * they are not, one letter errs, and nobody knows which.
 *
 * @param letters In any order, which those of each policy keep.
 */
export function gatherPolicies<L>(
  letters: readonly { letter: L; citations: readonly PolicyCitation[] }[],
): Policies<L> {
  const groupKey = tellApart(letters.flatMap(({ citations }) => citations));
  const groups = new Map<string, Group<L>>();
  for (const { letter, citations } of letters)
    for (const citation of citations) {
      const key = groupKey(citation);
      const group = groups.get(key) ?? { key, letters: new Map<L, PolicyCitation[]>() };
      groups.set(key, group);
      const known = group.letters.get(letter);
      if (known) known.push(citation);
      else group.letters.set(letter, [citation]);
    }
  const main = tieByNumber(groups);
  const members = Map.groupBy(groups.values(), ({ key }) => main.get(key) ?? key);
  const order = new Map(letters.map(({ letter }, at) => [letter, at]));
  const all = [...members].map(([key, tied]) => makePolicy(key, tied, order));
  const byKey = new Map(all.map((policy) => [policy.key, policy]));
  return {
    all: all.sort((a, b) => b.letters.length - a.letters.length || compareText(a.key, b.key)),
    of: (citation) => {
      const key = groupKey(citation);
      return byKey.get(main.get(key) ?? key);
    },
  };
}

/** @returns A function that gives the key of a citation, with its document number where others of its title have another. */
function tellApart(citations: readonly NamedPolicy[]): (citation: NamedPolicy) => string {
  const numbers = new Map<string, Set<string>>();
  for (const { key, number } of citations)
    if (number?.includes('〔') === true) numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
  return ({ key, number }) => {
    const several = number?.includes('〔') === true && key !== number && (numbers.get(key)?.size ?? 0) > 1;
    return several ? `${key}（${number}）` : key;
  };
}

/** @returns The key of the policy that each key belongs to, where it is another. */
function tieByNumber<L>(groups: ReadonlyMap<string, Group<L>>): Map<string, string> {
  const titled = new Map<string, Set<string>>();
  for (const { key, letters } of groups.values()) {
    if (isNumber(key)) continue;
    for (const citations of letters.values())
      for (const { number } of citations)
        if (number !== undefined) titled.set(number, (titled.get(number) ?? new Set()).add(key));
  }
  const main = new Map<string, string>();
  const root = (key: string): string => {
    const next = main.get(key);
    return next === undefined ? key : root(next);
  };
  const size = (key: string) => groups.get(key)?.letters.size ?? 0;
  for (const [number, keys] of [...titled].sort(([a], [b]) => compareText(a, b))) {
    const [first, ...others] = [...keys].sort((a, b) => size(b) - size(a) || compareText(a, b));
    if (first === undefined) continue;
    const alike = others.every((other) => areAlike(first, other));
    if (alike) for (const key of keys) if (root(key) !== root(first)) main.set(root(key), root(first));
    if (alike && groups.has(number) && root(number) !== root(first)) main.set(number, root(first));
  }
  return new Map([...main.keys()].map((key) => [key, root(key)]));
}

/** Whether two titles may be of one policy: most pairs of characters of the shorter one are in the longer one. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const pairs = pairsOf(withoutVersion(short));
  const known = new Set(pairsOf(long));
  return pairs.filter((pair) => known.has(pair)).length * 3 >= pairs.length * 2;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function makePolicy<L>(key: string, groups: readonly Group<L>[], order: ReadonlyMap<L, number>): Policy<L> {
  const cited = new Map<L, PolicyCitation[]>();
  for (const { letters } of groups)
    for (const [letter, citations] of letters)
      cited.set(letter, [...(cited.get(letter) ?? []), ...citations]);
  const citations = [...cited.values()].flat();
  const names = byFrequency(citations.map((citation) => citation.name));
  const name = names.find((one) => !isNumber(one)) ?? names[0] ?? key;
  return {
    key,
    name,
    numbers: byFrequency(citations.flatMap(({ number }) => number ?? [])),
    letters: [...cited]
      .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map(([letter, own]) => ({ letter, citations: own })),
  };
}

/** The distinct texts, the most frequent first, then the longest. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || b.length - a.length || compareText(a, b))
    .map(([text]) => text);
}
