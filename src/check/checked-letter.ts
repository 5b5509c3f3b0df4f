import { join } from 'node:path';
import { displayPath } from '../content-files/display-path.ts';
import type { Finding } from '../content-files/finding.ts';
import { readLetterBytes, readLetterFile, type LetterFile } from '../content-files/letter-file.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { applyRules, type Rule } from './apply-rules.ts';
import { identifyLetter, type LetterIdentity } from './letter-identity.ts';
import { recordedFiles } from './recorded-files.ts';
import { renderBlocks } from './rendered-blocks.ts';
import { attachments } from './rules/attachments.ts';
import { fidelity } from './rules/fidelity.ts';
import { fileName } from './rules/file-name.ts';
import { followUp } from './rules/follow-up.ts';
import { original } from './rules/original.ts';
import { withdrawn } from './rules/withdrawn.ts';
import { textRules } from './text-rules.ts';

/** Every rule about one letter, in the order in which findings matter to an editor. */
const letterRules: readonly Rule<LetterFile>[] = [
  fileName,
  withdrawn,
  original,
  attachments,
  fidelity,
  followUp,
  ...textRules,
];

/** A letter that was checked by itself, with as much of it as the rules about all letters together look at. */
export interface CheckedLetter {
  /** Path below `replies/`. */
  name: string;
  /** `<year>/<id>` */
  id: string;
  /** Present when nothing is wrong with its file. */
  frontmatter?: Frontmatter;
  findings: Finding[];
  /** What no other letter should have. */
  identity: LetterIdentity;
  /** The files that it accounts for, below `originals/`. */
  recorded: string[];
}

/** Reads and checks one letter. @param name Path below `replies/`. */
export async function readCheckedLetter(content: string, name: string): Promise<CheckedLetter> {
  const letter = readLetterFile(content, name);
  const { id, frontmatter } = letter;
  const findings = await checkLetterFile(letter, content);
  return {
    name,
    id,
    ...(frontmatter && { frontmatter }),
    findings: [...findings, ...(await renderBlocks(letter)).findings],
    identity: identifyLetter(letter),
    recorded: await recordedFiles(letter, content),
  };
}

/** Checks one letter by the rules that concern it alone. */
export function checkLetterFile(letter: LetterFile, content: string): Promise<Finding[]> {
  return applyRules(letter, letterRules, content);
}

/** Checks the bytes of a letter as if they were in its file. @param name Path below `replies/`. */
export function checkLetterBytes(content: string, name: string, bytes: Buffer): Promise<Finding[]> {
  const read = readLetterBytes(displayPath(join(content, 'replies', name)), bytes);
  return checkLetterFile({ ...read, name, id: name.replace(/\.md$/, '') }, content);
}
