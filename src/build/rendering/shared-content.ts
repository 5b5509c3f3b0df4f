import type { LetterLists } from '../../data/lists/letter-lists.ts';
import type { PlacedPolicies } from '../../data/policies/placed-policies.ts';
import type { QuestionGroup } from '../../data/relations/question-groups.ts';
import type { ContentSnapshot, SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';

/** A letter as pages about several letters know it. */
export type SharedLetter = Omit<SnapshotLetter, 'facts'> & {
  facts: Pick<SnapshotLetter['facts'], 'handling'>;
};

/** What pages about several letters are planned from: nothing that {@link digestSharedContent} does not have. */
export type SharedContent = Pick<ContentSnapshot, 'frame' | 'withdrawn' | 'redirects' | 'pages'> & {
  letters: readonly SharedLetter[];
  lists: LetterLists<SharedLetter>;
  policies: PlacedPolicies<SharedLetter>;
  questions: readonly QuestionGroup<SharedLetter>[];
};

/** Several stages ask for it. */
const digests = new WeakMap<ContentSnapshot, string>();

/**
 * A digest of all that pages about several letters are planned from, so that an edit of one letter's text, which none
 * of them shows, need not plan them.
 */
export function digestSharedContent(snapshot: ContentSnapshot): string {
  const known = digests.get(snapshot);
  if (known !== undefined) return known;
  const { frame, letters, questions, withdrawn, redirects, pages } = snapshot;
  const made = digest(
    frame,
    // Lists and policies follow from these.
    letters.map((letter) => [letter.digest, letter.commitmentsDigest, letter.statementsDigest]),
    questions.map((group) => ({ ...group, letters: group.letters.map(({ id }) => id) })),
    withdrawn,
    redirects,
    pages,
  );
  digests.set(snapshot, made);
  return made;
}
