import { copyFile, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { redactPrivateText, holdsPrivateText } from '../data/original/private-text.ts';
import { findPublishedPath } from '../data/original/published-path.ts';
import { attachedFileSchema } from '../reply/original/attached-file.ts';

/** The part of `edits.json` that publishing reads; all other fields are passed through. */
const recordSchema = z.looseObject({
  decoded: z.string(),
  dropped: z.array(z.object({ at: z.number(), length: z.number(), why: z.string() })),
  attachments: z.array(attachedFileSchema).optional(),
});
type EditRecord = z.infer<typeof recordSchema>;

/**
 * Copies the published part of the originals: the received file, the attachments that `edits.json` names, and
 * `edits.json` itself; no other file in their folder. For a letter with private text only the redacted record
 * is published.
 *
 * @param content The content folder.
 * @param files The received files of the published letters, paths below `originals/`.
 * @param out The output folder.
 * @throws Error when a recorded file is missing or is not a regular file.
 */
export async function copyOriginals(content: string, files: readonly string[], out: string): Promise<void> {
  const from = join(content, 'originals');
  const to = join(out, 'originals');
  for (const [folder, received] of Map.groupBy(files, (file) => dirname(file))) {
    const source = await readRecord(join(from, folder, 'edits.json'));
    const record = source && recordSchema.parse(JSON.parse(source.toString()));
    await mkdir(join(to, folder), { recursive: true });
    const withheld = record && redactRecord(record);
    if (source) await writeFile(join(to, folder, 'edits.json'), withheld ?? source);
    if (withheld !== undefined) continue;
    const attached = (record?.attachments ?? []).map(({ name }) => `${folder}/${name}`);
    for (const path of new Set([...received, ...attached])) await copyPlainFile(path, from, to);
  }
}

/**
 * Reads the record; undefined only when it does not exist. An unreadable one might mark private text, so it
 * is an error.
 */
async function readRecord(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Copies one file to its published path. */
async function copyPlainFile(path: string, from: string, to: string): Promise<void> {
  const file = join(from, path);
  if (!(await lstat(file)).isFile()) throw new Error(`${file}：不是普通文件，不能公开。请换成文件本身。`);
  await copyFile(file, join(to, await findPublishedPath(from, path)));
}

/**
 * The record that is published for a letter with private text, marked `withheld`: the text is redacted, and
 * the messages, which quote it to the editor, are removed.
 *
 * @returns undefined when nothing is private.
 */
function redactRecord(record: EditRecord): string | undefined {
  if (!holdsPrivateText(record)) return undefined;
  const shown = { ...record, decoded: redactPrivateText(record), messages: [], withheld: true };
  return `${JSON.stringify(shown, undefined, 1)}\n`;
}
