import { followCommitments, type FollowedCommitment } from '../commitments/followed-commitment.ts';
import type { PageFile } from '../content-files/page-file.ts';
import type { PageFrontmatter } from '../reply/page.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { isPublished } from '../reply/publication.ts';
import type { Site } from '../reply/site.ts';
import { isPromise } from '../data/commitments/commitment-text.ts';
import type { LedgerLetter } from '../data/commitments/ledger.ts';
import { sortNewestFirst, type Letter } from '../data/letter/letter.ts';
import { findRevisions, type LetterRevisions, type RevisionHistory } from '../data/letter/revisions.ts';
import { sortIntoLists, type LetterLists } from '../data/lists/letter-lists.ts';
import { placePolicies, type PlacedPolicies } from '../data/policies/placed-policies.ts';
import type { PageFrame } from '../data/pages/page-frame.ts';
import { listRedirects, type RedirectPage } from '../data/pages/redirect-page.ts';
import { groupQuestions, type QuestionGroup } from '../data/relations/question-groups.ts';
import { digest } from './digest.ts';
import { findCommonTextPairs, type FoundCommonText, type KnownMeasures } from './letters/common-text.ts';
import type { LetterFacts } from './letters/letter-facts.ts';

/** A published letter as the build knows it. */
export interface SnapshotLetter extends Letter {
  /** A digest of its id and frontmatter: of all that other pages show of it. */
  digest: string;
  commitments: readonly FollowedCommitment[];
  /** A digest of these. */
  commitmentsDigest: string;
  facts: LetterFacts & { frontmatter: Frontmatter };
}

/** A page from `content/pages/`. */
type SnapshotPage = Pick<PageFile, 'id' | 'body'> & { frontmatter: PageFrontmatter };

/** All of a content folder that an edition is made from, at one moment. */
export interface ContentSnapshot {
  /** Absolute path of the content folder. */
  content: string;
  frame: PageFrame;
  /** The published letters, newest first. */
  letters: readonly SnapshotLetter[];
  lists: LetterLists<SnapshotLetter>;
  policies: PlacedPolicies<SnapshotLetter>;
  /** The letters that have text in common. */
  commonText: FoundCommonText<SnapshotLetter>;
  /** The letters, grouped by the question that they answer. */
  questions: readonly QuestionGroup<SnapshotLetter>[];
  /** The pages at the old addresses of letters. */
  redirects: readonly RedirectPage[];
  /** By order, then as they were read. */
  pages: readonly SnapshotPage[];
  historyOf: (letter: Letter) => LetterRevisions;
}

/** What was read of a content folder. */
export interface ReadContent {
  content: string;
  site: Site;
  base: string;
  letters: readonly LetterFacts[];
  /** What pairs of them have in common, as far as it is known from before. */
  measures: KnownMeasures;
  pages: readonly PageFile[];
  history: RevisionHistory;
}

/**
 * Takes together what was read and checked. Files with errors are left out.
 *
 * @throws ContentError when a letter was changed meanwhile.
 */
export async function takeSnapshot(read: ReadContent): Promise<ContentSnapshot> {
  const { content, site, base, letters, measures, pages, history } = read;
  const published = sortNewestFirst(letters.flatMap(asLetter));
  const shown = pages
    .flatMap(({ id, body, frontmatter }) => (frontmatter === undefined ? [] : [{ id, body, frontmatter }]))
    .sort((a, b) => a.frontmatter.order - b.frontmatter.order);
  const commonText = await findCommonTextPairs(content, published.toReversed(), measures);
  return {
    content,
    frame: {
      site,
      base,
      hasLetters: published.length > 0,
      footer: shown
        .filter(({ id }) => !id.includes('/'))
        .map(({ id, frontmatter: { title } }) => ({ id, title })),
    },
    letters: published,
    lists: sortIntoLists(published),
    policies: placePolicies(published.map((letter) => ({ letter, citations: letter.facts.citations }))),
    commonText,
    questions: groupQuestions(published, commonText.pairs),
    redirects: listRedirects(
      published.map(({ id, data, facts: { comparable } }) => ({ id, data, comparable })),
    ),
    pages: shown,
    historyOf: ({ id, data }) => findRevisions(history, [id, ...(data.aliases ?? [])]),
  };
}

function asLetter(facts: LetterFacts): SnapshotLetter[] {
  const { id, frontmatter } = facts;
  if (frontmatter === undefined || !isPublished(frontmatter)) return [];
  const commitments = followCommitments(facts.commitments, facts.followUp ?? []);
  return [
    {
      id,
      data: frontmatter,
      digest: digest(id, frontmatter),
      commitments,
      commitmentsDigest: digest(commitments),
      facts: { ...facts, frontmatter },
    },
  ];
}

/** A letter as the ledger of commitments knows it. */
export function asCommitted(letter: SnapshotLetter): LedgerLetter<SnapshotLetter> {
  return { letter, commitments: letter.commitments };
}

/** Counts what agencies undertake: the entries of the ledger. */
export function countCommitments(letters: readonly SnapshotLetter[]): number {
  return letters.reduce((sum, { commitments }) => sum + commitments.filter(isPromise).length, 0);
}
