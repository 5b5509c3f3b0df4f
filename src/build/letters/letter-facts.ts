import type { Commitment } from '../../commitments/commitment.ts';
import { findCommitments } from '../../commitments/find-commitments.ts';
import { followUpPath, readFollowUpFile } from '../../content-files/follow-up-file.ts';
import { hasConversionRecord, readOriginal } from '../../data/original/original-file.ts';
import { findHandling } from '../../handling/find-handling.ts';
import type { Handling } from '../../handling/handling.ts';
import { foldBlocks } from '../../lineage/folded-text.ts';
import { packFingerprints, sampleFingerprints } from '../../lineage/fingerprints.ts';
import { headingsOf } from '../../markdown/blocks.ts';
import type { FollowUpRecord } from '../../reply/follow-up.ts';
import type { PolicyCitation } from '../../policies/citation.ts';
import { findCitations } from '../../policies/find-citations.ts';
import { digest } from '../digest.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { readLetter, type CheckedFacts } from './checked-facts.ts';

/** What a build knows of a letter without reading it again. */
export interface LetterFacts extends CheckedFacts {
  /** SHA-256 of its file. */
  sha256: string;
  /** The texts of its headings, in order. */
  headings: string[];
  /** What its agency undertakes, in reading order. */
  commitments: Commitment[];
  /** What editors recorded of these; absent when there is no record. */
  followUp?: FollowUpRecord[];
  /** The policies that it cites, in reading order. */
  citations: PolicyCitation[];
  /** What it states of who handled the proposal. */
  handling: Handling[];
  /** The fingerprints of its text, by which letters with text in common are found. */
  fingerprints: string;
  /** A digest of what its page shows of its original. */
  original: string;
  /** There is a record of the conversion, so letter and original can be compared. */
  comparable: boolean;
}

/**
 * Reads and checks one letter.
 *
 * @param content The content folder.
 * @param name Path below `replies/`.
 */
export async function readLetterFacts(content: string, name: string): Promise<LetterFacts> {
  const { letter, blocks, facts } = await readLetter(content, name);
  const { id, frontmatter } = letter;
  const original = frontmatter && (await readOriginal(frontmatter).catch(() => undefined));
  const followUp =
    facts.files[followUpPath(id)] === 'absent' ? undefined : readFollowUpFile(content, id)?.followUp?.records;
  return {
    ...facts,
    sha256: sha256(letter.source),
    headings: headingsOf(blocks),
    commitments: frontmatter ? findCommitments(blocks, frontmatter) : [],
    ...(followUp && { followUp }),
    citations: frontmatter ? findCitations(blocks, frontmatter) : [],
    handling: frontmatter ? findHandling(blocks, frontmatter.issuer) : [],
    fingerprints: packFingerprints(sampleFingerprints(foldBlocks(blocks))),
    original: original === undefined ? '' : digest(original),
    comparable:
      original !== undefined && frontmatter !== undefined && (await hasConversionRecord(frontmatter)),
  };
}

/** Whether a letter was read for a build; a check needs to know less of it. */
export function isComplete(facts: CheckedFacts | LetterFacts): facts is LetterFacts {
  return 'fingerprints' in facts;
}
