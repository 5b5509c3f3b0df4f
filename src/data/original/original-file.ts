import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { z } from 'zod';
import { editsFileName, editsFileSchema, requireEditsFile } from '../../record/edits-file.ts';
import type { AttachmentRecord } from '../../record/record.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import { contentFolder } from '../content-folder.ts';
import { describeFidelity, type Fidelity } from './fidelity.ts';
import { holdsPrivateText } from './private-text.ts';
import { findPublishedPath } from './published-path.ts';

/** What a letter's page shows of the record of its conversion. */
const shownFields = editsFileSchema.pick({
  decoded: true,
  edits: true,
  dropped: true,
  attachments: true,
  doubts: true,
});
export type ShownRecord = z.infer<typeof shownFields>;

/** A file received together with the original. */
interface OriginalAttachment extends AttachmentRecord {
  /** Path under which the edition publishes it, below `originals/`. */
  published: string;
}

/** The received file of a letter, as its page shows it. */
export interface OriginalFile {
  /** Path below the content's `originals/`. */
  path: string;
  /** Path under which the edition publishes it, below `originals/`. */
  published: string;
  /** File name for the download; a received web page does not get the extension of one. */
  name: string;
  /** TXT, PDF, DOCX … */
  format: string;
  /** Size in bytes. */
  size: number;
  sha256?: string;
  /** It contains private data that the letter omits, so it is not published. */
  withheld: boolean;
  /** Files received with it; published if it is. */
  attachments: OriginalAttachment[];
  /** How the published letter differs from it; absent without a record. */
  fidelity?: Fidelity;
  /** Path of the record of edits below `originals/`. */
  edits?: string;
}

/**
 * Reads the facts about a letter's original.
 *
 * @returns undefined when the letter names none, or the file is missing (which the checks report).
 */
export async function readOriginal(letter: Frontmatter): Promise<OriginalFile | undefined> {
  const path = letter.source?.file;
  if (path === undefined) return undefined;
  const folder = join(contentFolder(), 'originals');
  const size = await stat(join(folder, path)).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return undefined;
  const beside = dirname(path);
  const record = await readConversionRecord(letter);
  const published = await findPublishedPath(folder, path);
  const attachments = (record?.attachments ?? []).map(async (file) => ({
    ...file,
    published: await findPublishedPath(folder, `${beside}/${file.name}`),
  }));
  return {
    path,
    published,
    name: basename(published),
    format: extname(path).slice(1).toUpperCase(),
    size,
    ...(letter.source?.sha256 !== undefined && { sha256: letter.source.sha256 }),
    withheld: record !== undefined && holdsPrivateText(record),
    attachments: await Promise.all(attachments),
    ...(record && { fidelity: describeFidelity(record), edits: `${beside}/${editsFileName}` }),
  };
}

/** Whether there is a record of the conversion beside a letter's original. */
export async function hasConversionRecord({ source }: Frontmatter): Promise<boolean> {
  if (source?.file === undefined) return false;
  const folder = join(contentFolder(), 'originals', dirname(source.file));
  return stat(join(folder, editsFileName)).then(
    () => true,
    () => false,
  );
}

/**
 * Reads the record of a letter's conversion from beside its original.
 *
 * @returns undefined when there is none.
 * @throws Error in Chinese with the file's name when the record is malformed.
 */
export async function readConversionRecord(letter: Frontmatter): Promise<ShownRecord | undefined> {
  const path = letter.source?.file;
  if (path === undefined) return undefined;
  const folder = join(contentFolder(), 'originals', dirname(path));
  return (await requireEditsFile(folder, shownFields))?.record;
}
