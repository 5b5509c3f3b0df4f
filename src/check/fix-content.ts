import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { displayPath } from '../content-files/display-path.ts';
import { listFiles } from '../content-files/file-names.ts';
import type { Finding } from '../content-files/finding.ts';
import { readFollowUpBytes } from '../content-files/follow-up-file.ts';
import { readPageBytes } from '../content-files/page-file.ts';
import { readSiteBytes } from '../content-files/site-file.ts';
import { withContentLock } from '../record/content-lock.ts';
import { writeTogether } from '../record/writing.ts';
import { checkLetterBytes } from './checked-letter.ts';
import { fixText } from './fixing.ts';
import { specialFiles } from './plain-files.ts';

/**
 * Mends in the files of a content folder what can be mended without asking, each file whole or not at all.
 *
 * @param only Paths below the content folder; all when absent.
 * @returns What was mended, as it was found.
 * @throws UnwritableError in Chinese.
 */
export async function fixContent(content: string, only?: readonly string[]): Promise<Finding[]> {
  // Through a link, another file would be written.
  if ((await specialFiles(content)).length > 0) return [];
  return withContentLock(content, async () => {
    const fixed: Finding[] = [];
    for (const path of only ?? (await allFiles(content))) {
      const bytes = await readFile(join(content, path)).catch(() => undefined);
      const source = bytes?.toString();
      // A text that is no UTF-8 would not survive.
      if (bytes === undefined || source === undefined || !Buffer.from(source).equals(bytes)) continue;
      const mended = await fixText(source, (text) => checkText(content, path, Buffer.from(text)));
      if (mended.fixed.length === 0) continue;
      await writeTogether(content, [{ path, bytes: Buffer.from(mended.text) }]);
      fixed.push(...mended.fixed);
    }
    return fixed;
  });
}

async function allFiles(content: string): Promise<string[]> {
  const found = ['site.yml'];
  for (const kind of ['replies', 'pages', 'follow-up'] as const)
    for (const name of (await listFiles(content, kind)).named) found.push(`${kind}/${name}`);
  return found;
}

async function checkText(content: string, path: string, bytes: Buffer): Promise<Finding[]> {
  const shown = displayPath(join(content, path));
  const [kind = '', ...rest] = path.split('/');
  if (kind === 'replies') {
    const findings = await checkLetterBytes(content, rest.join('/'), bytes);
    // Those on what was recorded of its commitments are in another file.
    return findings.filter((finding) => finding.path === shown);
  }
  if (kind === 'pages') return readPageBytes(shown, bytes).findings;
  return (kind === 'follow-up' ? readFollowUpBytes(shown, bytes) : readSiteBytes(shown, bytes)).findings;
}
