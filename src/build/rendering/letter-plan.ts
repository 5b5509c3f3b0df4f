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
import { lazy } from '../lazy.ts';
import type { ComparedLetter } from '../letters/letter-task.ts';
import { digestSharedContent } from './shared-content.ts';

/** A page about a letter, or the letter's record for programs: what it is made from. */
export interface PlannedLetter {
  letter: SnapshotLetter;
  /** Finds what its page shows of the archive. */
  surroundings: () => LetterSurroundings<SnapshotLetter>;
  page: { path: string; key: string };
  /** Absent when there is no record to compare with. */
  comparison?: { path: string; key: string };
  /** Absent when it has no text in common with earlier letters. */
  commonText?: { path: string; key: string; others: readonly ComparedLetter[] };
}

/** Works strings out, or recalls those that an earlier build did. @param key Digest of all that they follow from. */
type WorkOut = (key: string, work: () => readonly string[]) => readonly string[];

/**
 * Plans the pages of all letters.
 *
 * @param workOut Recalls what each letter shows of the others: after an edit of one letter's text, the same as before.
 */
export function planLetters(
  snapshot: ContentSnapshot,
  workOut: WorkOut = (_, work) => work(),
): PlannedLetter[] {
  const { letters, historyOf, commonText } = snapshot;
  const surround = lazy(() => relateAll(snapshot));
  const common = indexCommonText(commonText.pairs);
  const pairs = commonText.pairs.map(({ earlier, later, ...measured }) => [earlier.id, later.id, measured]);
  const digests = workOut(digest('surroundings', digestSharedContent(snapshot), pairs), () =>
    letters.map((letter) => digestSurroundings(surround()(letter))),
  );
  return letters.map((letter, at) => {
    const { sha256, original, comparable, followUp } = letter.facts;
    const compared = common.comparedWith(letter);
    return {
      letter,
      surroundings: () => surround()(letter),
      page: {
        path: address.reply(letter.id),
        key: digest('letter', sha256, original, digests[at], historyOf(letter), followUp),
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

/** @returns A function that finds what a letter's page shows of the archive. */
function relateAll(
  snapshot: ContentSnapshot,
): (letter: SnapshotLetter) => LetterSurroundings<SnapshotLetter> {
  const { letters, questions, policies, historyOf } = snapshot;
  const neighboursOf = findNeighbours(letters);
  const relate = relateLetters(letters, questions);
  const places = placeQuestions(paginateQuestions(questions));
  const common = indexCommonText(snapshot.commonText.pairs);
  return (letter) => ({
    neighbours: neighboursOf(letter),
    related: relate(letter),
    commonText: common.of(letter),
    question: places.get(letter.id),
    history: historyOf(letter),
    commitments: letter.commitments,
    policies: listLetterPolicies(letter.facts.citations, policies),
    handling: letter.facts.handling,
  });
}

/** A digest of what follows from other letters. */
function digestSurroundings({
  neighbours,
  related,
  commonText,
  question,
  policies,
}: LetterSurroundings<SnapshotLetter>): string {
  const { series, previous, next } = neighbours ?? {};
  return digest(
    ...[series, previous?.digest, next?.digest],
    ...[related.sameProposal, related.sameQuestion, related.sameAgency].map((all) =>
      all.map((other) => other.digest),
    ),
    commonText.map(({ other, ...measured }) => [other.digest, measured]),
    question,
    policies,
  );
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
