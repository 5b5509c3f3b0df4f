import { isSameAgency } from '../../reply/agency.ts';
import { agencyPlace } from '../../reply/agency-place.ts';
import { proposalNumberKey } from '../../reply/proposal-number.ts';
import type { Letter } from '../letter/letter.ts';
import { compareInSeries, nameSeries } from './neighbours.ts';
import { findSimilarQuestions } from './similar-questions.ts';

/** Letters that a reader of a letter may look for next. */
export interface RelatedLetters<L extends Letter> {
  /** Other replies to the same proposal: 主办 and 会办. */
  sameProposal: L[];
  /** Replies to other proposals that ask the same: the most similar, preferably from the same place; newest first. */
  sameQuestion: L[];
  /** The nearest letters of the same agency in the same series, in its order. */
  sameAgency: L[];
}

const shownQuestions = 6;
const shownOfAgency = 4;

/**
 * Prepares an index of the relations between letters. No step compares every pair.
 *
 * @returns A function that gives the related letters of any of `letters`.
 */
export function relateLetters<L extends Letter>(letters: readonly L[]): (letter: L) => RelatedLetters<L> {
  const byProposal = Map.groupBy(letters, proposalKey);
  const newest = letters.toSorted(newestFirst);
  const ranks = new Map(newest.map((letter, rank) => [letter, rank]));
  const byRank = (a: L, b: L) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0);
  const byTitle = Map.groupBy(newest, titleOf);
  byTitle.delete(undefined);
  const placeOf = (letter: L) => agencyPlace(letter.data.issuer);
  const byPlace = new Map(
    [...byTitle].map(([title, members]) => [title, Map.groupBy(members, placeOf)] as const),
  );
  const byAgency = Map.groupBy(letters.toSorted(compareInSeries), agencyKey);
  const similar = findSimilarQuestions([...byTitle.keys()].filter((title) => title !== undefined));

  const sameProposal = (letter: L) =>
    proposalKey(letter) === undefined
      ? []
      : (byProposal.get(proposalKey(letter)) ?? [])
          .filter((other) => other !== letter && isSameProposal(letter, other))
          .sort(compareInSeries);

  const isSameProposal = (one: L, other: L) => {
    const [title, otherTitle] = [titleOf(one), titleOf(other)];
    if (title === undefined || otherTitle === undefined) return areOfOnePlace(one, other);
    return title === otherTitle || (similar.get(title) ?? []).some((found) => found.title === otherTitle);
  };

  const sameQuestion = (letter: L, answered: readonly L[]) => {
    const title = titleOf(letter);
    if (title === undefined) return [];
    const excluded = new Set([letter, ...answered]);
    const place = placeOf(letter);
    const found = new Set<L>();
    // A title may have thousands of letters; its newest are enough.
    const add = (lists: readonly (readonly L[])[]) => {
      const others = lists.flatMap((list) => takeOthers(list, excluded)).sort(byRank);
      for (const other of others) if (found.size < shownQuestions) found.add(other);
    };
    const titles = [{ title, likeness: 1 }, ...(similar.get(title) ?? [])];
    for (const alike of Map.groupBy(titles, ({ likeness }) => likeness).values()) {
      if (found.size >= shownQuestions) break;
      add(alike.map((one) => byPlace.get(one.title)?.get(place) ?? []));
      add(alike.map((one) => byTitle.get(one.title) ?? []));
    }
    return [...found].sort(byRank);
  };

  return (letter) => {
    const answered = sameProposal(letter);
    const members = byAgency.get(agencyKey(letter)) ?? [];
    return {
      sameProposal: answered,
      sameQuestion: sameQuestion(letter, answered),
      sameAgency: around(members, members.indexOf(letter)).filter((other) => !answered.includes(other)),
    };
  };
}

function titleOf({ data }: Letter): string | undefined {
  return data.proposal?.title;
}

/** Identifies a proposal within a place; undefined when the letter does not state which proposal it answers. */
function proposalKey({ data: { proposal } }: Letter): string | undefined {
  const { assembly, scope = '', term, session, number, kind = '' } = proposal ?? {};
  if (assembly === undefined || term === undefined || session === undefined || number === undefined)
    return undefined;
  return [assembly, scope, term, session, proposalNumberKey(number), kind].join(' ');
}

/**
 * Whether two letters come from the same place. A session of a “市” does not say which city: the names of the
 * agencies do, and a 会办意见 is addressed to the answering agency.
 */
function areOfOnePlace({ data: one }: Letter, { data: other }: Letter): boolean {
  return (
    one.issuer.slice(0, 2) === other.issuer.slice(0, 2) ||
    [one, other].some((letter, at) =>
      letter.recipients?.some((name) => isSameAgency(name, (at === 0 ? other : one).issuer)),
    )
  );
}

function agencyKey(letter: Letter): string {
  return `${letter.data.issuer} ${nameSeries(letter)}`;
}

/** The first of a list that may be shown, as many as are shown. */
function takeOthers<L>(list: readonly L[], excluded: ReadonlySet<L>): L[] {
  return list.slice(0, shownQuestions + excluded.size).filter((letter) => !excluded.has(letter));
}

/** The items around an index of a list, without the item itself. */
function around<M>(members: readonly M[], at: number): M[] {
  const first = Math.max(0, Math.min(at - shownOfAgency / 2, members.length - 1 - shownOfAgency));
  return members.slice(first, first + shownOfAgency + 1).filter((member) => member !== members[at]);
}

function newestFirst({ id, data }: Letter, other: Letter): number {
  const [a, b] = [`${data.issuedOn ?? ''} ${id}`, `${other.data.issuedOn ?? ''} ${other.id}`];
  return a < b ? 1 : a > b ? -1 : 0;
}
