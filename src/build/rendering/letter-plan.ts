import { address } from '../../archive/address.ts';
import type { Letter } from '../../data/letter/letter.ts';
import type { LetterSurroundings } from '../../data/pages/letter-page.ts';
import { listLetterPolicies } from '../../data/policies/letter-policies.ts';
import { paginateQuestions, placeQuestions } from '../../data/relations/question-pages.ts';
import { indexCommonText } from '../../data/relations/common-text.ts';
import { findNeighbours } from '../../data/relations/neighbours.ts';
import { relateLetters } from '../../data/relations/related-letters.ts';
import type { ContentSnapshot, SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { ComparedLetter } from '../letters/letter-task.ts';

/** A page about a letter, or the letter's record for programs: what it is made from. */
export interface PlannedLetter {
  letter: SnapshotLetter;
  surroundings: LetterSurroundings<SnapshotLetter>;
  page: { path: string; key: string };
  /** Absent when there is no record to compare with. */
  comparison?: { path: string; key: string };
  /** Absent when it has no text in common with earlier letters. */
  commonText?: { path: string; key: string; others: readonly ComparedLetter[] };
}

/** Plans the pages of all letters. */
export function planLetters(snapshot: ContentSnapshot): PlannedLetter[] {
  const { letters, questions, policies: placed, historyOf } = snapshot;
  const neighboursOf = findNeighbours(letters);
  const relate = relateLetters(letters, questions);
  const places = placeQuestions(paginateQuestions(questions));
  const common = indexCommonText(snapshot.commonText.pairs);
  return letters.map((letter) => {
    const { sha256, original, comparable, handling } = letter.facts;
    const neighbours = neighboursOf.get(letter.id);
    const related = relate(letter);
    const commonText = common.of(letter);
    const compared = common.comparedWith(letter);
    const question = places.get(letter.id);
    const history = historyOf(letter);
    const policies = listLetterPolicies(letter.facts.citations, placed);
    const { series, previous, next } = neighbours ?? {};
    const around = [
      ...[series, previous?.digest, next?.digest],
      ...[related.sameProposal, related.sameQuestion, related.sameAgency].map((all) =>
        all.map((other) => other.digest),
      ),
      commonText.map(({ other, ...measured }) => [other.digest, measured]),
      question,
    ];
    return {
      letter,
      surroundings: {
        neighbours,
        related,
        commonText,
        question,
        history,
        commitments: letter.commitments,
        policies,
        handling,
      },
      page: {
        path: address.reply(letter.id),
        key: digest('letter', sha256, original, around, history, letter.facts.followUp, policies),
      },
      ...(comparable && {
        comparison: { path: address.comparison(letter.id), key: digest('comparison', sha256, original) },
      }),
      ...(compared.length > 0 && {
        commonText: {
          path: address.commonText(letter.id),
          key: digest(
            'common text',
            sha256,
            compared.map((other) => [other.id, other.facts.sha256]),
          ),
          others: compared.map((other) => ({ letter: plainLetter(other), sha256: other.facts.sha256 })),
        },
      }),
    };
  });
}

/** Leaves of the letters only what pages show, so that they can be sent to another thread. */
export function plainSurroundings({
  neighbours,
  related,
  commonText,
  question,
  history,
  commitments,
  policies,
  handling,
}: LetterSurroundings<SnapshotLetter>): LetterSurroundings {
  const all = (letters: readonly SnapshotLetter[]) => letters.map(plainLetter);
  return {
    neighbours: neighbours && {
      series: neighbours.series,
      ...(neighbours.previous && { previous: plainLetter(neighbours.previous) }),
      ...(neighbours.next && { next: plainLetter(neighbours.next) }),
    },
    related: {
      sameProposal: all(related.sameProposal),
      sameQuestion: all(related.sameQuestion),
      sameAgency: all(related.sameAgency),
    },
    commonText: commonText.map((common) => ({ ...common, other: plainLetter(common.other) })),
    question,
    history,
    commitments,
    policies,
    handling,
  };
}

function plainLetter({ id, data }: Letter): Letter {
  return { id, data };
}
