import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editsFileName, editsFileSchema, readEditsFile } from './edits-file.ts';
import { originalName } from './original-name.ts';
import type { SavedLetter } from './planned-letter.ts';
import { SaveRefusal } from './save-refusal.ts';
import { writeTogether } from './writing.ts';

/**
 * Writes a planned letter unless it is unchanged. Removes what an earlier conversion wrote for the same letter
 * and this one no longer names.
 *
 * @param former The place that the letter leaves, `<year>/<id>`.
 * @returns `written` or `unchanged`.
 * @throws SaveRefusal when another version is there and `force` is not given.
 */
export async function saveLetter(
  content: string,
  { id, files }: SavedLetter,
  force: boolean,
  former?: string,
): Promise<'written' | 'unchanged'> {
  const present = await Promise.all(
    files.map(({ path }) => readFile(join(content, path)).catch(() => undefined)),
  );
  if (files.every(({ bytes }, index) => present[index]?.equals(bytes))) return 'unchanged';
  const differing = files.filter(({ bytes }, index) => present[index] && !present[index].equals(bytes));
  if (differing.length > 0 && !force)
    throw new SaveRefusal(
      'exists',
      `${id} 已经有了，内容不同（${differing.map(({ path }) => path).join('、')}），没有覆盖。确要覆盖请加 --force。`,
    );
  const planned = new Set(files.map(({ path }) => path));
  const earlier = await recordedFiles(content, join('originals', id));
  if (former !== undefined)
    earlier.push(
      ...(await recordedFiles(content, join('originals', former))),
      join('originals', former, editsFileName),
      join('replies', `${former}.md`),
    );
  await writeTogether(
    content,
    files,
    earlier.filter((path) => !planned.has(path)),
  );
  return 'written';
}

const recordedFields = editsFileSchema.pick({ file: true, sha256: true, attachments: true, doubts: true });

/**
 * The received file and the files beside it that the edits.json of a folder names, where they still are as they were
 * written: files that others added or changed are not removed.
 */
async function recordedFiles(content: string, folder: string): Promise<string[]> {
  const reading = await readEditsFile(join(content, folder), recordedFields);
  if (reading.status !== 'read') return [];
  const { file, sha256, attachments = [], doubts = [] } = reading.record;
  const names = [{ name: file, sha256 }, ...attachments];
  const files = [...names.filter(({ name }) => originalName(name) === name), ...doubts];
  const checked = await Promise.all(
    files.map(async ({ name, sha256 }) => {
      const bytes = await readFile(join(content, folder, name)).catch(() => undefined);
      return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? [join(folder, name)] : [];
    }),
  );
  return checked.flat();
}
