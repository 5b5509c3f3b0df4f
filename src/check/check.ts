import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byPlace, type Finding } from './finding.ts';
import { readLetterFile, type LetterFile } from './letter-file.ts';
import { specialFiles } from './plain-files.ts';
import { attachments } from './rules/attachments.ts';
import { fidelity } from './rules/fidelity.ts';
import { fileName } from './rules/file-name.ts';
import { original } from './rules/original.ts';
import { schema } from './rules/schema.ts';
import { unrecorded } from './rules/unrecorded.ts';
import { checkSite } from './site-file.ts';

/** Every rule, in the order in which an editor would want to hear of it. */
const rules: ((letter: LetterFile, content: string) => Finding[] | Promise<Finding[]>)[] = [
  schema,
  fileName,
  original,
  attachments,
  fidelity,
];

/** The letters of a content folder and what is wrong with them. */
export interface CheckedContent {
  letters: LetterFile[];
  findings: Finding[];
}

/**
 * Reads `site.yml` and every letter below `<content>/replies/` and holds them against the rules. Where there is
 * anything but plain files, nothing is read.
 *
 * @param content The content folder.
 * @param only Names below `replies/` to look at; all, `site.yml` and unrecorded originals when absent.
 */
export async function checkContent(content: string, only?: readonly string[]): Promise<CheckedContent> {
  const special = await specialFiles(content);
  if (special.length > 0) return { letters: [], findings: special.sort(byPlace) };
  const names = only ?? (await letterNames(content));
  const letters: LetterFile[] = [];
  const findings: Finding[] = only ? [] : await checkSite(content);
  for (const name of names) {
    const letter = await readLetterFile(content, name);
    letters.push(letter);
    findings.push(...letter.findings);
    for (const rule of rules) findings.push(...(await rule(letter, content)));
  }
  if (!only) findings.push(...(await unrecorded(letters, content)));
  return { letters, findings: findings.sort(byPlace) };
}

/** Names of all letters below `<content>/replies/`, sorted, with `/`. */
export async function letterNames(content: string): Promise<string[]> {
  const entries = await readdir(join(content, 'replies'), { recursive: true }).catch((): string[] => []);
  return entries
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();
}
