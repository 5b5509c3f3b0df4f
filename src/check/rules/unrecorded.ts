import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { displayPath } from '../../content-files/display-path.ts';
import { fileStart, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { editsFileName, editsFileSchema, readEditsFile } from '../../record/edits-file.ts';

const recordedFields = editsFileSchema.pick({ attachments: true });
/** As much of the frontmatter of a draft, which may satisfy no schema yet, as names its original. */
const sourceSchema = z.object({ source: z.object({ file: z.string() }) });

const advice =
  '不会公开。是收到的附件，请用 dafu convert --force --with 重新转换原件，把它登记进来；不是的，请移出 originals/。';

/**
 * Files below `originals/` that no letter names as its original and no edits.json as an attachment: only
 * recorded files are published. It looks at all letters together, for one may share the folder of another.
 */
export async function unrecorded(letters: readonly LetterFile[], content: string): Promise<Finding[]> {
  const originals = join(content, 'originals');
  const entries = await readdir(originals, { recursive: true, withFileTypes: true }).catch(() => []);
  const recorded = new Set<string>();
  // Another rule asks for these to be removed.
  const withdrawn = letters.filter(({ frontmatter }) => frontmatter?.withdrawn).map(({ id }) => `${id}/`);
  for (const { data } of letters) {
    const file = sourceSchema.safeParse(data).data?.source.file;
    if (file === undefined) continue;
    recorded.add(file).add(`${dirname(file)}/${editsFileName}`);
    for (const name of await attachmentNames(join(originals, dirname(file))))
      recorded.add(`${dirname(file)}/${name}`);
  }
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(originals.length + 1).replaceAll('\\', '/'))
    .filter((file) => !recorded.has(file) && !withdrawn.some((folder) => file.startsWith(folder)))
    .map((file): Finding => ({
      path: displayPath(join(originals, file)),
      ...fileStart,
      level: 'warning',
      rule: 'unrecorded',
      text: `没有答复或 edits.json 登记这个文件，${advice}`,
    }));
}

/** None where the record is damaged: the rules on fidelity and attachments report that. */
async function attachmentNames(folder: string): Promise<string[]> {
  const reading = await readEditsFile(folder, recordedFields);
  return reading.status === 'read' ? (reading.record.attachments ?? []).map(({ name }) => name) : [];
}
