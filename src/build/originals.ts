import { copyFile, lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { redactPrivateText, holdsPrivateText } from '../data/original/private-text.ts';
import { findPublishedPath } from '../data/original/published-path.ts';
import {
  editsFileName,
  editsFileSchema,
  requireEditsFile,
  serialiseEditsFile,
} from '../record/edits-file.ts';
import type { ConversionRecord } from '../record/record.ts';

/** The part of `edits.json` that publishing reads; all other fields are passed through. */
const publishedFields = editsFileSchema.pick({ decoded: true, dropped: true, attachments: true });

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
    const { record, bytes } = (await requireEditsFile(join(from, folder), publishedFields)) ?? {};
    await mkdir(join(to, folder), { recursive: true });
    const withheld = record && redactRecord(record);
    if (bytes) await writeFile(join(to, folder, editsFileName), withheld ?? bytes);
    if (withheld !== undefined) continue;
    const attached = (record?.attachments ?? []).map(({ name }) => `${folder}/${name}`);
    for (const path of new Set([...received, ...attached])) await copyPlainFile(path, from, to);
  }
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
function redactRecord(record: Pick<ConversionRecord, 'decoded' | 'dropped'>): string | undefined {
  if (!holdsPrivateText(record)) return undefined;
  const shown = { ...record, decoded: redactPrivateText(record), messages: [], withheld: true };
  return serialiseEditsFile(shown);
}
