import { join } from 'node:path';
import { checkLetterFile, type CheckedLetter } from '../../check/checked-letter.ts';
import { identifyLetter } from '../../check/letter-identity.ts';
import { namedFiles, recordedFiles } from '../../check/recorded-files.ts';
import { renderBlocks } from '../../check/rendered-blocks.ts';
import { followUpPath } from '../../content-files/follow-up-file.ts';
import { readLetterFile, type LetterFile } from '../../content-files/letter-file.ts';
import type { Block } from '../../markdown/block.ts';
import { fingerprint, settledFingerprint } from '../../storage/file-fingerprint.ts';

/** What is known of a letter once it was checked, and how long that is so. */
export interface CheckedFacts extends CheckedLetter {
  /**
   * The files that these facts were read from, by path below the content folder, with their fingerprints. A file
   * without one is read again in any case.
   */
  files: Record<string, string | null>;
}

/** A letter that was read and checked, with its text. */
export interface LetterReading {
  letter: LetterFile;
  blocks: Block[];
  facts: CheckedFacts;
}

/**
 * Reads and checks one letter, and notes the files that its findings depend on.
 *
 * @param content The content folder.
 * @param name Path below `replies/`.
 */
export async function readLetter(content: string, name: string): Promise<LetterReading> {
  const files: CheckedFacts['files'] = {};
  const note = (path: string) => {
    if (!(path in files)) files[path] = settledFingerprint(join(content, path)) ?? null;
  };
  // Fingerprints come first: what changes while it is read is read again the next time.
  note(`replies/${name}`);
  note(followUpPath(name.replace(/\.md$/, '')));
  const letter = readLetterFile(content, name);
  const { id, frontmatter } = letter;
  for (const path of namedFiles(letter)) note(`originals/${path}`);
  const recorded = await recordedFiles(letter, content);
  for (const path of recorded) note(`originals/${path}`);
  // What was received of a withdrawn letter must be gone.
  if (frontmatter?.withdrawn !== undefined) note(`originals/${id}`);
  const findings = await checkLetterFile(letter, content);
  const { blocks, findings: unrendered } = await renderBlocks(letter);
  const facts = {
    ...{ name, id, recorded, files },
    ...(frontmatter && { frontmatter }),
    findings: [...findings, ...unrendered],
    identity: identifyLetter(letter),
  };
  return { letter, blocks, facts };
}

/** Whether all files that facts were read from are as they were, and what was found in them is still so. */
export function areCurrent({ files, findings }: CheckedFacts, content: string): boolean {
  // A day that was to come may have come.
  if (findings.some(({ rule }) => rule === 'future-date')) return false;
  return Object.entries(files).every(
    ([path, known]) => known !== null && fingerprint(join(content, path)) === known,
  );
}
