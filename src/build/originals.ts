import { copyFile, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { blotPrivateText, holdsPrivateText } from '../data/original/private-text.ts';
import { findPublishedPath } from '../data/original/published-path.ts';
import { attachedFileSchema } from '../reply/original/attached-file.ts';

/** As much of edits.json as publishing needs; the rest goes along as it is. */
const recordSchema = z.looseObject({
  decoded: z.string(),
  dropped: z.array(z.object({ at: z.number(), length: z.number(), why: z.string() })),
  attachments: z.array(attachedFileSchema).optional(),
});
type EditRecord = z.infer<typeof recordSchema>;

/**
 * Copies what the edition shows of the originals: the received file, the attachments that edits.json names,
 * and edits.json itself. Whatever else lies beside them is not published. Of a letter with private text
 * only the record is, blotted out.
 *
 * @param content The content folder.
 * @param files The received files of the published letters, paths below `originals/`.
 * @param out The output folder.
 * @throws Error of the file system when a recorded file is missing or is no plain file.
 */
export async function copyOriginals(content: string, files: readonly string[], out: string): Promise<void> {
  const from = join(content, 'originals');
  const to = join(out, 'originals');
  for (const [folder, received] of Map.groupBy(files, (file) => dirname(file))) {
    const source = await readRecord(join(from, folder, 'edits.json'));
    const record = source && recordSchema.parse(JSON.parse(source.toString()));
    await mkdir(join(to, folder), { recursive: true });
    const withheld = record && withheldRecord(record);
    if (source) await writeFile(join(to, folder, 'edits.json'), withheld ?? source);
    if (withheld !== undefined) continue;
    const attached = (record?.attachments ?? []).map(({ name }) => `${folder}/${name}`);
    for (const path of new Set([...received, ...attached])) await copyPlainFile(path, from, to);
  }
}

/** Only where there is no record nothing can be private: one that cannot be read is an error. */
async function readRecord(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Copies one file to where it is published. */
async function copyPlainFile(path: string, from: string, to: string): Promise<void> {
  const file = join(from, path);
  if (!(await lstat(file)).isFile()) throw new Error(`${file}：不是普通文件，不能公开。请换成文件本身。`);
  await copyFile(file, join(to, await findPublishedPath(from, path)));
}

/**
 * What is published in place of the record of a letter with private text, marked `withheld`: the text
 * blotted out, and without the messages, which quote it to the editor.
 *
 * @returns undefined when nothing is private and all can be published.
 */
function withheldRecord(record: EditRecord): string | undefined {
  if (!holdsPrivateText(record)) return undefined;
  const shown = { ...record, decoded: blotPrivateText(record), messages: [], withheld: true };
  return `${JSON.stringify(shown, undefined, 1)}\n`;
}
