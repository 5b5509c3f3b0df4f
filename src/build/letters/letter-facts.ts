import { dirname, join } from 'node:path';
import { checkLetterFile } from '../../check/check.ts';
import { identifyLetter, type LetterIdentity } from '../../check/letter-identity.ts';
import type { Commitment } from '../../commitments/commitment.ts';
import { findCommitments } from '../../commitments/find-commitments.ts';
import { followUpPath, readFollowUpFile } from '../../content-files/follow-up-file.ts';
import type { Finding } from '../../content-files/finding.ts';
import { readLetterFile } from '../../content-files/letter-file.ts';
import { hasConversionRecord, readOriginal } from '../../data/original/original-file.ts';
import { editsFileName } from '../../record/edits-file.ts';
import { findHandling } from '../../handling/find-handling.ts';
import type { Handling } from '../../handling/handling.ts';
import { foldBlocks } from '../../lineage/folded-text.ts';
import { packFingerprints, sampleFingerprints } from '../../lineage/fingerprints.ts';
import { headingsOf, letterBlocks } from '../../markdown/blocks.ts';
import type { FollowUpRecord } from '../../reply/follow-up.ts';
import type { PolicyCitation } from '../../policies/citation.ts';
import { findCitations } from '../../policies/find-citations.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import { fingerprint, settledFingerprint } from '../../storage/file-fingerprint.ts';
import { digest } from '../digest.ts';
import { sha256 } from '../../storage/file-hash.ts';

/** What a build knows of a letter without reading it again. */
export interface LetterFacts {
  /** Path below `replies/`. */
  name: string;
  /** `<year>/<id>` */
  id: string;
  /** SHA-256 of its file. */
  sha256: string;
  /** Present when nothing is wrong with its file. */
  frontmatter?: Frontmatter;
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
  findings: Finding[];
  /** What no other letter should have. */
  identity: LetterIdentity;
  /** A digest of what its page shows of its original. */
  original: string;
  /** There is a record of the conversion, so letter and original can be compared. */
  comparable: boolean;
  /**
   * The files that these facts were read from, by path below the content folder, with their fingerprints. A file
   * without one is read again in any case.
   */
  files: Record<string, string | null>;
}

/**
 * Reads and checks one letter.
 *
 * @param content The content folder.
 * @param name Path below `replies/`.
 */
export async function readLetterFacts(content: string, name: string): Promise<LetterFacts> {
  const files: LetterFacts['files'] = {};
  const note = (path: string) => {
    files[path] = settledFingerprint(join(content, path)) ?? null;
  };
  // Fingerprints come first: what changes while it is read is read again the next time.
  note(`replies/${name}`);
  const records = followUpPath(name.replace(/\.md$/, ''));
  note(records);
  const letter = await readLetterFile(content, name);
  const { id, frontmatter } = letter;
  const received = frontmatter?.source?.file;
  const beside = received === undefined ? undefined : `originals/${dirname(received)}`;
  if (received !== undefined)
    for (const path of [`originals/${received}`, `${beside}/${editsFileName}`]) note(path);
  // What was received of a withdrawn letter must be gone.
  if (frontmatter?.withdrawn !== undefined) note(`originals/${id}`);
  const original = frontmatter && (await readOriginal(frontmatter).catch(() => undefined));
  for (const attachment of original?.attachments ?? []) note(`${beside}/${attachment.name}`);
  const blocks = frontmatter ? letterBlocks(letter.body) : [];
  const followUp =
    files[records] === 'absent' ? undefined : (await readFollowUpFile(content, id))?.followUp?.records;
  const findings = await checkLetterFile(letter, content);
  return {
    name,
    id,
    sha256: sha256(letter.source),
    ...(frontmatter && { frontmatter }),
    headings: headingsOf(blocks),
    commitments: frontmatter ? findCommitments(blocks, frontmatter) : [],
    ...(followUp && { followUp }),
    citations: frontmatter ? findCitations(blocks, frontmatter) : [],
    handling: frontmatter ? findHandling(blocks, frontmatter.issuer) : [],
    fingerprints: packFingerprints(sampleFingerprints(foldBlocks(blocks))),
    findings,
    identity: identifyLetter(letter),
    original: original === undefined ? '' : digest(original),
    comparable:
      original !== undefined && frontmatter !== undefined && (await hasConversionRecord(frontmatter)),
    files,
  };
}

/** Whether all files that facts were read from are as they were. */
export function areCurrent({ files }: LetterFacts, content: string): boolean {
  return Object.entries(files).every(
    ([path, known]) => known !== null && fingerprint(join(content, path)) === known,
  );
}
