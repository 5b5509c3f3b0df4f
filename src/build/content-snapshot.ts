import { followCommitments, type FollowedCommitment } from '../commitments/followed-commitment.ts';
import type { PageFile } from '../content-files/page-file.ts';
import type { PageFrontmatter } from '../reply/page.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { publicationOn } from '../reply/publication.ts';
import type { Site } from '../reply/site.ts';
import { isPromise } from '../data/commitments/commitment-text.ts';
import type { LedgerLetter } from '../data/commitments/ledger.ts';
import { sortNewestFirst, type Letter } from '../data/letter/letter.ts';
import { findRevisions, type LetterRevisions, type RevisionHistory } from '../data/letter/revisions.ts';
import { sortIntoLists, type LetterLists } from '../data/lists/letter-lists.ts';
import { placePolicies, type PlacedPolicies } from '../data/policies/placed-policies.ts';
import type { PageFrame } from '../data/pages/page-frame.ts';
import { listRedirects, type RedirectPage } from '../data/pages/redirect-page.ts';
import type { WithdrawnLetter } from '../data/letter/withdrawn-letter.ts';
import { findDaySpan } from '../data/wording/chinese-day.ts';
import { groupQuestions, type QuestionGroup } from '../data/relations/question-groups.ts';
import { digest } from './digest.ts';
import { lazy } from './lazy.ts';
import {
  compareCandidates,
  findCandidates,
  type FoundCommonText,
  type KnownMeasures,
} from './letters/common-text.ts';
import type { LetterFacts } from './letters/letter-facts.ts';

/** A published letter as the build knows it. */
export interface SnapshotLetter extends Letter {
  /** A digest of its id and frontmatter: of all that other pages show of it. */
  digest: string;
  commitments: readonly FollowedCommitment[];
  /** A digest of these. */
  commitmentsDigest: string;
  /** A digest of what else its text states: the policies that it cites, and who handled the proposal. */
  statementsDigest: string;
  facts: LetterFacts & { frontmatter: Frontmatter };
}

/** A page from `content/pages/`. */
type SnapshotPage = Pick<PageFile, 'id' | 'body'> & { frontmatter: PageFrontmatter };

/** What is known of the letters that are published from a day on. */
export interface Opening {
  /** The last of these days that has come, `yyyy-mm-dd`; undefined when there was none. */
  last: string | undefined;
  /** The first of those that have not come; undefined when no letter waits. */
  next: string | undefined;
  /** How many letters wait. */
  waiting: number;
}

/** All of a content folder that an edition is made from, at one moment. */
export interface ContentSnapshot {
  /** Absolute path of the content folder. */
  content: string;
  frame: PageFrame;
  /** The published letters, newest first. */
  letters: readonly SnapshotLetter[];
  /** Ids of letters that have errors and are left out. */
  broken: ReadonlySet<string>;
  /** The letters that were withdrawn, newest first. */
  withdrawn: readonly WithdrawnLetter[];
  opening: Opening;
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
  /** Ids of letters that are not among them. */
  broken: ReadonlySet<string>;
  /** The day on which it is published, in China: `yyyy-mm-dd`. */
  day: string;
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
  const { content, site, base, letters, broken, day, measures, pages, history } = read;
  const known = Map.groupBy(letters.filter(isReadable), ({ frontmatter }) => publicationOn(day, frontmatter));
  const facts = sortNewestFirst((known.get('published') ?? []).map(asFactsLetter)).map((one) => one.facts);
  const candidates = findCandidates(facts.toReversed());
  const published = facts.map(asLetter);
  const withdrawn = sortNewestFirst((known.get('withdrawn') ?? []).flatMap(asWithdrawn));
  const shown = pages
    .flatMap(({ id, body, frontmatter }) => (frontmatter === undefined ? [] : [{ id, body, frontmatter }]))
    .sort((a, b) => a.frontmatter.order - b.frontmatter.order);
  const policies = lazy(() =>
    placePolicies(published.map((letter) => ({ letter, citations: letter.facts.citations }))),
  );
  const lists = sortIntoLists(published);
  const commonText = await compareCandidates(content, published.toReversed(), await candidates, measures);
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
    broken,
    lists,
    // An edit of a text that cites none needs none.
    get policies() {
      return policies();
    },
    commonText,
    questions: groupQuestions(published, commonText.pairs),
    withdrawn,
    opening: findOpening(published, known.get('waiting') ?? []),
    redirects: listRedirects([
      ...published.map(({ id, data, facts: { comparable } }) => ({ id, data, comparable })),
      ...withdrawn.map(({ id, data }) => ({ id, data, comparable: false })),
    ]),
    pages: shown,
    historyOf: ({ id, data }) => findRevisions(history, [id, ...(data.aliases ?? [])]),
  };
}

type ReadableFacts = SnapshotLetter['facts'];

function isReadable(facts: LetterFacts): facts is ReadableFacts {
  return facts.frontmatter !== undefined;
}

function asFactsLetter(facts: ReadableFacts): Letter & { facts: ReadableFacts } {
  return { id: facts.id, data: facts.frontmatter, facts };
}

function asLetter(facts: ReadableFacts): SnapshotLetter {
  const { id, frontmatter } = facts;
  const commitments = followCommitments(facts.commitments, facts.followUp ?? []);
  return {
    id,
    data: frontmatter,
    digest: digest(id, frontmatter),
    commitments,
    commitmentsDigest: digest(commitments),
    statementsDigest: digest(facts.citations, facts.handling),
    facts,
  };
}

function asWithdrawn({ id, frontmatter }: ReadableFacts): WithdrawnLetter[] {
  const { withdrawn } = frontmatter;
  return withdrawn === undefined ? [] : [{ id, data: { ...frontmatter, withdrawn } }];
}

function findOpening(published: readonly SnapshotLetter[], waiting: readonly ReadableFacts[]): Opening {
  const come = findDaySpan(published.map(({ data }) => data.publishFrom));
  const coming = findDaySpan(waiting.map(({ frontmatter }) => frontmatter.publishFrom));
  return { last: come?.[1], next: coming?.[0], waiting: waiting.length };
}

type CommittedLetter = Letter & Pick<SnapshotLetter, 'commitments'>;

/** A letter as the ledger of commitments knows it. */
export function asCommitted<L extends CommittedLetter>(letter: L): LedgerLetter<L> {
  return { letter, commitments: letter.commitments };
}

/** Counts what agencies undertake: the entries of the ledger. */
export function countCommitments(letters: readonly CommittedLetter[]): number {
  return letters.reduce((sum, { commitments }) => sum + commitments.filter(isPromise).length, 0);
}
