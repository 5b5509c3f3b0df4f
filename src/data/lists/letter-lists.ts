import { wayNames } from '../../archive/reserved-addresses.ts';
import { assembly, type Proposal } from '../../reply/frontmatter.ts';
import { findPlace, placeProposal } from '../../reply/letter-place.ts';
import { mergePlaces } from './merged-sessions.ts';
import { makeAgencySlug, makeKindSlug, makePlaceSlug, makeSessionSlug } from './list-slug.ts';
import type { Letter } from '../letter/letter.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';
import { compareText } from '../../reply/text-order.ts';

/** The ways into the archive, each with an overview page and its lists. */
export const ways = wayNames;
export type Way = (typeof ways)[number];

/** The letters that share a year, a place, a session, an agency or a kind. */
export interface LetterList<L extends Letter = Letter> {
  way: Way;
  /** File name without extension; it never changes. */
  slug: string;
  /** 2019年, 青岚市, 青岚市政协十二届二次会议, 虚构市教育局, 提案 */
  name: string;
  /** Newest first. */
  letters: L[];
  /** Of a session: the body that met, such as 青岚市政协. The scope may be a mere level (市) that many places have. */
  body?: string;
}

/** A list without its letters. */
export type ListSummary = Omit<LetterList, 'letters'> & { count: number };

/** Gives what links to a list and its own pages state about it. */
export function summarise({ letters, ...list }: LetterList): ListSummary {
  return { ...list, count: letters.length };
}

export interface LetterLists<L extends Letter = Letter> extends Record<Way, LetterList<L>[]> {
  /** Sessions of bare levels (市政协) whose letters are listed by place: the lists that their addresses had before. */
  merged: LetterList<L>[];
}

/** All lists that have pages. */
export function allLists<L extends Letter>(lists: LetterLists<L>): LetterList<L>[] {
  return [...ways.flatMap((way) => lists[way]), ...lists.merged];
}

/**
 * Sorts the letters of an archive into its lists.
 *
 * @param letters Newest first.
 * @returns Years newest first; places by pronunciation; sessions by body, latest first; agencies by pronunciation; kinds by number of
 *   letters. A letter without a place, session or kind is in no list of that way.
 */
export function sortIntoLists<L extends Letter>(letters: readonly L[]): LetterLists<L> {
  const { sessions, merged } = mergePlaces(
    groupLetters('sessions', letters, ({ data }) => headSession(placeProposal(data))),
    groupLetters('sessions', letters, ({ data: { proposal } }) => headSession(proposal)),
  );
  return {
    merged,
    years: groupLetters('years', letters, ({ id }) => {
      const slug = id.slice(0, id.indexOf('/'));
      return { slug, name: `${slug}年` };
    }).sort((a, b) => compareText(b.slug, a.slug)),
    places: groupLetters('places', letters, ({ data }) => {
      const place = findPlace(data)?.name;
      return place === undefined ? undefined : { slug: makePlaceSlug(place), name: place };
    }).sort(compareByName),
    sessions: sessions.sort(compareBySession),
    agencies: groupLetters('agencies', letters, ({ data: { issuer } }) => ({
      slug: makeAgencySlug(issuer),
      name: issuer,
    })).sort(compareByName),
    kinds: groupLetters('kinds', letters, ({ data: { proposal } }) =>
      proposal?.kind === undefined ? undefined : { slug: makeKindSlug(proposal.kind), name: proposal.kind },
    ).sort((a, b) => b.letters.length - a.letters.length || compareText(a.slug, b.slug)),
  };
}

/** Sorts lists by their latest letter, latest first. */
export function sortByLatest<L extends Letter>(lists: readonly LetterList<L>[]): LetterList<L>[] {
  const latest = ({ letters: [newest] }: LetterList) => newest?.data.issuedOn ?? newest?.id ?? '';
  return lists.toSorted((a, b) => compareText(latest(b), latest(a)));
}

/** Sorts lists by their number of letters, most first. */
export function sortBySize<L extends Letter>(lists: readonly LetterList<L>[]): LetterList<L>[] {
  return lists.toSorted((a, b) => b.letters.length - a.letters.length);
}

type Heading = Pick<LetterList, 'slug' | 'name' | 'body'>;

function headSession(proposal: Proposal | undefined): Heading | undefined {
  const slug = makeSessionSlug(proposal);
  if (!proposal || slug === undefined) return undefined;
  const body = `${proposal.scope ?? ''}${proposal.assembly ?? ''}`;
  return { slug, name: formatSessionName(proposal) ?? body, body };
}

function compareByName(a: LetterList, b: LetterList): number {
  return byPronunciation.compare(a.name, b.name) || compareText(a.name, b.name);
}

function groupLetters<L extends Letter>(
  way: Way,
  letters: readonly L[],
  headingOf: (letter: L) => Heading | undefined,
): LetterList<L>[] {
  const lists = new Map<string, LetterList<L>>();
  for (const letter of letters) {
    const heading = headingOf(letter);
    if (heading === undefined) continue;
    const list = lists.get(heading.slug);
    if (list) list.letters.push(letter);
    else lists.set(heading.slug, { way, ...heading, letters: [letter] });
  }
  return [...lists.values()];
}

function compareBySession(a: LetterList, b: LetterList): number {
  const [one, other] = [a, b].map(({ letters: [first] }) => first && placeProposal(first.data));
  const kindOfBody = ({ assembly: body }: { assembly?: string | undefined } = {}) =>
    assembly.options.findIndex((option) => option === body);
  return (
    byPronunciation.compare(one?.scope ?? '', other?.scope ?? '') ||
    kindOfBody(one) - kindOfBody(other) ||
    (other?.term ?? 0) - (one?.term ?? 0) ||
    (other?.session ?? 0) - (one?.session ?? 0) ||
    compareText(a.slug, b.slug)
  );
}

// The order in which readers of Chinese look up names. Node bundles the collation, so all machines that build
// with the project's Node sort alike.
const byPronunciation = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
