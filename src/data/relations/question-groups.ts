import { findPlace } from '../../reply/letter-place.ts';
import { compareText } from '../../reply/text-order.ts';
import { filedYear, type Letter } from '../letter/letter.ts';
import type { CommonTextPair } from './common-text.ts';
import { proposalKey } from './proposal-key.ts';
import { findSimilarQuestions } from './similar-questions.ts';

/** Letters that answer one question, at several sessions, assemblies or places. */
export interface QuestionGroup<L extends Letter = Letter> {
  /** The title (案由) that is most like all others. */
  title: string;
  /** Oldest first. */
  letters: readonly L[];
  /** Number of proposals that they answer; 1 when host and co-host answer the same. */
  proposals: number;
  /** The places of the letters, those with most letters first. */
  places: readonly string[];
  /** First and last year. */
  years: readonly [string, string];
}

/** A letter without a title asks what the letter asks with which it shares so much of both texts. */
const sameText = 0.5;

/**
 * Groups letters by the question that their proposals ask. Titles are clustered into stars (J. Aslam, E. Pelekhov and
 * D. Rus, “The star clustering algorithm”, 2004): the title with most letters of similar titles takes these, and
 * so on, so that every title of a group is similar to one, and none belongs to two groups.
 *
 * @param letters In any order.
 * @param pairs Letters with text in common.
 * @returns Groups of at least two letters: those that answer most proposals first.
 */
export function groupQuestions<L extends Letter>(
  letters: readonly L[],
  pairs: readonly CommonTextPair<L>[],
): QuestionGroup<L>[] {
  const titles = titleLetters(letters, pairs);
  const byTitle = Map.groupBy(
    letters.filter((letter) => titles.has(letter)),
    (letter) => titles.get(letter) ?? '',
  );
  const groups = clusterTitles(byTitle).flatMap(([title, members]) => {
    const asked = members.flatMap((member) => byTitle.get(member) ?? []).sort(oldestFirst);
    return asked.length < 2 ? [] : [describe(title, asked)];
  });
  return groups.sort(
    (a, b) =>
      b.proposals - a.proposals || b.letters.length - a.letters.length || compareText(a.title, b.title),
  );
}

/** The titles of letters; those that state none get that of a letter with the same text. */
function titleLetters<L extends Letter>(
  letters: readonly L[],
  pairs: readonly CommonTextPair<L>[],
): Map<L, string> {
  const titles = new Map<L, string>();
  for (const letter of letters) {
    const title = letter.data.proposal?.title;
    if (title !== undefined) titles.set(letter, title);
  }
  for (const { earlier, later, shareOfEarlier, shareOfLater } of pairs) {
    if (Math.min(shareOfEarlier, shareOfLater) < sameText) continue;
    const title = earlier.data.proposal?.title ?? later.data.proposal?.title;
    if (title === undefined) continue;
    for (const letter of [earlier, later]) if (!titles.has(letter)) titles.set(letter, title);
  }
  return titles;
}

/** Clusters titles. @returns Each group's title with all its titles. */
function clusterTitles<L>(byTitle: ReadonlyMap<string, readonly L[]>): [string, string[]][] {
  const similar = findSimilarQuestions([...byTitle.keys()]);
  const count = (title: string) => byTitle.get(title)?.length ?? 0;
  const degrees = [...byTitle.keys()].map((title) => {
    const others = (similar.get(title) ?? []).reduce((sum, other) => sum + count(other.title), 0);
    return { title, degree: count(title) + others };
  });
  degrees.sort(
    (a, b) => b.degree - a.degree || count(b.title) - count(a.title) || compareText(a.title, b.title),
  );
  const taken = new Set<string>();
  return degrees.flatMap(({ title }): [string, string[]][] => {
    if (taken.has(title)) return [];
    const members = [title, ...(similar.get(title) ?? []).map((other) => other.title)];
    const own = members.filter((member) => !taken.has(member));
    for (const member of own) taken.add(member);
    return [[title, own]];
  });
}

function describe<L extends Letter>(title: string, letters: L[]): QuestionGroup<L> {
  const places = Map.groupBy(letters, ({ data }) => findPlace(data)?.name ?? '');
  places.delete('');
  const years = letters.map(yearOf).sort();
  return {
    ...{ title, letters, proposals: countProposals(letters) },
    places: [...places]
      .sort(([a, one], [b, other]) => other.length - one.length || compareText(a, b))
      .map(([place]) => place),
    years: [years[0] ?? '', years.at(-1) ?? ''],
  };
}

/** Counts proposals: letters that state which one they answer, from the same place, may answer the same. */
function countProposals(letters: readonly Letter[]): number {
  const stated = letters.map((letter) => {
    const key = proposalKey(letter);
    return key === undefined ? letter.id : `${key} ${findPlace(letter.data)?.name ?? ''}`;
  });
  return new Set(stated).size;
}

function yearOf(letter: Letter): string {
  return letter.data.issuedOn?.slice(0, 4) ?? filedYear(letter);
}

function oldestFirst(a: Letter, b: Letter): number {
  return compareText(a.data.issuedOn ?? yearOf(a), b.data.issuedOn ?? yearOf(b)) || compareText(a.id, b.id);
}
