import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convert, convertReading, type Conversion } from '../convert/convert.ts';
import type { Attachment } from '../readers/reading.ts';
import { editsFileSchema, readEditsFile } from '../record/edits-file.ts';
import type { AttachmentRecord } from '../record/record.ts';
import { readGiven } from './received-files.ts';
import { savedFiles } from './saved-files.ts';

const fields = editsFileSchema.pick({ sha256: true, attachments: true });

/** The files that an earlier conversion of the same bytes kept beside the original. */
export async function readEarlierFiles(folder: string, sha256: string): Promise<AttachmentRecord[]> {
  const reading = await readEditsFile(folder, fields);
  return reading.status === 'read' && reading.record.sha256 === sha256
    ? (reading.record.attachments ?? [])
    : [];
}

/**
 * Adds the files that an editor supplied to an earlier conversion, as `--with` would, unless there is another of the
 * same name now. One that somebody removed or changed since is left out: that is how to be rid of it.
 *
 * @param file Path of the received file.
 * @param given Paths of the files that the editor supplies now.
 * @param folder The folder of the original.
 * @returns The same conversion where there are none.
 */
export async function withEarlierFiles(
  conversion: Conversion,
  { file, bytes, given }: { file: string; bytes: Uint8Array; given: readonly string[] },
  folder: string,
  earlier: readonly AttachmentRecord[],
): Promise<Conversion> {
  const now = await readGiven(given);
  const kept: Attachment[] = [];
  for (const { name, given: wish, sha256 } of earlier) {
    if (wish === undefined || now.some((one) => sameName(one.name, wish))) continue;
    const there = await readFile(join(folder, name)).catch(() => undefined);
    if (there && createHash('sha256').update(there).digest('hex') === sha256)
      kept.push({ name: wish, bytes: there });
  }
  if (kept.length === 0) return conversion;
  const { reading, record } = conversion;
  // Only a page has places for them; other files are not read again, which for a scan takes minutes.
  if (reading.format === 'html' || reading.format === 'mhtml')
    return convert(bytes, file, { resolve: savedFiles(file), given: [...now, ...kept] });
  const attachments = [...reading.attachments, ...kept.map((one) => ({ ...one, given: one.name }))];
  return convertReading({ ...reading, attachments }, record);
}

function sameName(one: string, other: string): boolean {
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  return key(one) === key(other);
}
