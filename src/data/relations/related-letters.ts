import { isSameAgency } from '../../reply/agency.ts';
import { findPlace } from '../../reply/letter-place.ts';
import type { Letter } from '../letter/letter.ts';
import { memoize } from './memoize.ts';
import { compareInSeries, nameSeries } from './neighbours.ts';
import { proposalKey } from './proposal-key.ts';
import type { QuestionGroup } from './question-groups.ts';

/** Letters that a reader of a letter may look for next. */
export interface RelatedLetters<L extends Letter> {
  /** Other replies to the same proposal: 主办 and 会办. */
  sameProposal: L[];
  /** Replies to other proposals that ask the same: the nearest in time, preferably from the same place; oldest first. */
  sameQuestion: L[];
  /** The nearest letters of the same agency in the same series, in its order. */
  sameAgency: L[];
}

const shownQuestions = 8;
const shownOfAgency = 4;

/**
 * Prepares an index of the relations between letters. No step compares every pair.
 *
 * @param questions The letters, grouped by what they ask.
 * @returns A function that gives the related letters of any of `letters`.
 */
export function relateLetters<L extends Letter>(
  letters: readonly L[],
  questions: readonly QuestionGroup<L>[],
): (letter: L) => RelatedLetters<L> {
  const byProposal = Map.groupBy(letters, proposalKey);
  const byAgency = Map.groupBy(letters, agencyKey);
  const ofAgency = memoize((key: string) => (byAgency.get(key) ?? []).toSorted(compareInSeries));
  const placeOf = (letter: Letter) => findPlace(letter.data)?.name ?? letter.data.issuer;
  const questionOf = new Map(questions.flatMap(({ letters: all }) => all.map(({ id }) => [id, all])));
  const placedIn = memoize((all: readonly L[]) => {
    const places = Map.groupBy(all, placeOf);
    const inPlace = new Map([...places.values()].flatMap((near) => near.map((letter, at) => [letter, at])));
    return new Map(
      all.map((letter, at) => {
        const near = places.get(placeOf(letter)) ?? [];
        return [letter.id, { all, at, near, atNear: inPlace.get(letter) ?? 0 }];
      }),
    );
  });
  const asked = (id: string) => {
    const question = questionOf.get(id);
    return question && placedIn(question).get(id);
  };

  const sameProposal = (letter: L) =>
    proposalKey(letter) === undefined
      ? []
      : (byProposal.get(proposalKey(letter)) ?? [])
          .filter((other) => other !== letter && isSameProposal(letter, other))
          .sort(compareInSeries);

  const isSameProposal = (one: L, other: L) => {
    const [title, otherTitle] = [one, other].map(({ data }) => data.proposal?.title);
    if (title === undefined || otherTitle === undefined) return areOfOnePlace(one, other);
    const [question, otherQuestion] = [questionOf.get(one.id), questionOf.get(other.id)];
    return title === otherTitle || (question !== undefined && question === otherQuestion);
  };

  const sameQuestion = (letter: L, answered: readonly L[]) => {
    const question = asked(letter.id);
    if (!question) return [];
    const count = shownQuestions + answered.length;
    const found = new Set([
      ...around(question.near, question.atNear, count),
      ...around(question.all, question.at, count),
    ]);
    for (const other of answered) found.delete(other);
    const placeInTime = (other: L) => asked(other.id)?.at ?? 0;
    return [...found].slice(0, shownQuestions).sort((a, b) => placeInTime(a) - placeInTime(b));
  };

  return (letter) => {
    const answered = sameProposal(letter);
    const members = ofAgency(agencyKey(letter));
    return {
      sameProposal: answered,
      sameQuestion: sameQuestion(letter, answered),
      sameAgency: around(members, members.indexOf(letter), shownOfAgency).filter(
        (other) => !answered.includes(other),
      ),
    };
  };
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

/** The items around an index of a list, without the item itself: half of them before it, if there are. */
function around<M>(members: readonly M[], at: number, count: number): M[] {
  const first = Math.max(0, Math.min(at - count / 2, members.length - 1 - count));
  const from = Math.ceil(first);
  return members.slice(from, from + count + 1).filter((member) => member !== members[at]);
}
