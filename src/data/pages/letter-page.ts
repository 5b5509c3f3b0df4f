import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import type { Handling } from '../../handling/handling.ts';
import type { PageHeading } from '../../markdown/rendered-body.ts';
import type { Letter } from '../letter/letter.ts';
import type { LetterRevisions } from '../letter/revisions.ts';
import type { OriginalFile } from '../original/original-file.ts';
import type { LetterPolicy } from '../policies/letter-policies.ts';
import type { CommonText } from '../relations/common-text.ts';
import type { Neighbours } from '../relations/neighbours.ts';
import type { RelatedLetters } from '../relations/related-letters.ts';
import type { QuestionPlace } from '../relations/question-pages.ts';

/** What the page of a letter shows besides what its file and its original contain. */
export interface LetterSurroundings<L extends Letter = Letter> {
  neighbours: Neighbours<L> | undefined;
  related: RelatedLetters<L>;
  /** The letters with text in common, the greatest share first. */
  commonText: readonly CommonText<L>[];
  /** Absent when its question was asked once. */
  question: QuestionPlace | undefined;
  history: LetterRevisions;
  commitments: readonly FollowedCommitment[];
  /** The policies that it cites, in the order in which it names them. */
  policies: readonly LetterPolicy[];
  /** What it says of who handled the proposal. */
  handling: readonly Handling[];
}

/** What the page of a letter shows. */
export interface LetterPage extends LetterSurroundings {
  letter: Letter;
  headings: readonly PageHeading[];
  /** The deputies or members whom it answers, with their office: 魏兰委员; absent unless it says so. */
  proposers?: string;
  /** The body as HTML, with the addresses of published files. */
  body: string;
  original: OriginalFile | undefined;
}
