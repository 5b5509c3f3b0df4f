import { address } from '../../archive/address.ts';
import type { Letter } from '../../data/letter/letter.ts';
import type { LetterSurroundings } from '../../data/pages/letter-page.ts';
import { listLetterPolicies } from '../../data/policies/letter-policies.ts';
import { findNeighbours } from '../../data/relations/neighbours.ts';
import { relateLetters } from '../../data/relations/related-letters.ts';
import type { ContentSnapshot, SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';

/** A page about a letter, or the letter's record for programs: what it is made from. */
export interface PlannedLetter {
  letter: SnapshotLetter;
  surroundings: LetterSurroundings<SnapshotLetter>;
  page: { path: string; key: string };
  /** Absent when there is no record to compare with. */
  comparison?: { path: string; key: string };
}

/** Plans the pages of all letters. */
export function planLetters({ letters, policies: placed, historyOf }: ContentSnapshot): PlannedLetter[] {
  const neighboursOf = findNeighbours(letters);
  const relate = relateLetters(letters);
  return letters.map((letter) => {
    const { sha256, original, comparable } = letter.facts;
    const neighbours = neighboursOf.get(letter.id);
    const related = relate(letter);
    const history = historyOf(letter);
    const policies = listLetterPolicies(letter.facts.citations, placed);
    const { series, previous, next } = neighbours ?? {};
    const around = [
      ...[series, previous?.digest, next?.digest],
      ...[related.sameProposal, related.sameQuestion, related.sameAgency].map((all) =>
        all.map((other) => other.digest),
      ),
    ];
    return {
      letter,
      surroundings: { neighbours, related, history, commitments: letter.commitments, policies },
      page: {
        path: address.reply(letter.id),
        key: digest('letter', sha256, original, around, history, letter.facts.followUp, policies),
      },
      ...(comparable && {
        comparison: { path: address.comparison(letter.id), key: digest('comparison', sha256, original) },
      }),
    };
  });
}

/** Leaves of the letters only what pages show, so that they can be sent to another thread. */
export function plainSurroundings({
  neighbours,
  related,
  history,
  commitments,
  policies,
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
    history,
    commitments,
    policies,
  };
}

function plainLetter({ id, data }: Letter): Letter {
  return { id, data };
}
