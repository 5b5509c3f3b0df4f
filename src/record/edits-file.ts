import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConversionRecord, Message } from './record.ts';

/** Name of the file beside an original with the record of its conversion. */
export const editsFileName = 'edits.json';

/** The content of `edits.json`. Other versions of the program may have message codes of their own. */
export type EditsFile = Omit<ConversionRecord, 'frontmatter' | 'body' | 'messages'> & {
  messages: (Omit<Message, 'rule'> & { rule: string })[];
};

const offset = z.int().nonnegative();

const plainName = z.string().regex(/^(?!\.{1,2}$)[^/\\\0]+$/, '附件名应是单纯的文件名');

/** The folder beside an original with pictures of what is in doubt. */
export const doubtFolder = 'doubts';

/** One edit of `edits.json`. */
export const editSchema = z.object({
  rule: z.string(),
  tier: z.literal([1, 2, 3]),
  at: offset,
  before: z.string(),
  after: z.string(),
  accepted: z.object({ by: z.string().exactOptional(), on: z.string() }).exactOptional(),
});

/**
 * The schema of `edits.json`, and the only one. A reader picks the fields that it needs, so that an older or
 * damaged file fails only those readers that depend on the damage. Unknown fields are kept.
 */
export const editsFileSchema = z.looseObject({
  file: z.string(),
  format: z.string(),
  encoding: z.string().exactOptional(),
  sha256: z.string(),
  decoded: z.string(),
  edits: z.array(editSchema),
  dropped: z.array(z.object({ at: offset, length: z.int().positive(), why: z.string() })),
  attachments: z
    .array(
      z.object({
        name: plainName,
        sha256: z.string(),
        bytes: z.number(),
        given: plainName.exactOptional(),
      }),
    )
    .exactOptional(),
  pages: z
    .array(z.object({ name: plainName.exactOptional(), number: z.int().positive(), at: offset }))
    .exactOptional(),
  doubts: z
    .array(
      z.object({
        name: z.string().regex(/^doubts\/\d{1,4}-\d{1,4}\.png$/, '疑字图片的名称有误'),
        sha256: z.string(),
        bytes: z.number(),
        at: offset,
        length: z.int().positive(),
        page: z.int().positive(),
        rival: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  messages: z.array(
    z.object({
      level: z.literal(['error', 'warning', 'suggestion', 'info']),
      rule: z.string(),
      line: z.number(),
      column: z.number(),
      text: z.string(),
      suggestion: z.string().exactOptional(),
    }),
  ),
  lacking: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<EditsFile>;

/** The fields that a reader asked for, or why they are not there. */
export type EditsFileReading<T> =
  | { status: 'read'; record: T; bytes: Buffer }
  | { status: 'missing' }
  /** The file cannot be read or is not JSON. */
  | { status: 'unreadable'; error: Error }
  /** The fields do not satisfy the schema. */
  | { status: 'invalid'; error: z.ZodError };

/**
 * Reads `edits.json`.
 *
 * @param folder The folder of the original.
 * @param fields What the caller needs of {@link editsFileSchema}, by its `pick`.
 */
export async function readEditsFile<T>(folder: string, fields: z.ZodType<T>): Promise<EditsFileReading<T>> {
  try {
    const bytes = await readFile(join(folder, editsFileName));
    const { data, error } = fields.safeParse(JSON.parse(bytes.toString('utf8')));
    return error ? { status: 'invalid', error } : { status: 'read', record: data, bytes };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      ? { status: 'missing' }
      : { status: 'unreadable', error };
  }
}

/**
 * Reads `edits.json` where the work cannot go on with a damaged one.
 *
 * @returns undefined when there is none.
 * @throws Error in Chinese that names the file.
 */
export async function requireEditsFile<T>(
  folder: string,
  fields: z.ZodType<T>,
): Promise<{ record: T; bytes: Buffer } | undefined> {
  const reading = await readEditsFile(folder, fields);
  if (reading.status === 'read') return reading;
  if (reading.status === 'missing') return undefined;
  const { error } = reading;
  const reason = error instanceof z.ZodError ? error.issues[0]?.message : error.message;
  throw new Error(`${join(folder, editsFileName)}：不是转换记录（${reason ?? ''}）。请重新转换原件。`, {
    cause: error,
  });
}

/** A file that a record lists beside the original. */
interface ListedFile {
  name: string;
  sha256: string;
}

/** The files beside the original that a record lists: attachments, and pictures of what is in doubt. */
export function listedFiles({
  attachments = [],
  doubts = [],
}: {
  attachments?: readonly ListedFile[];
  doubts?: readonly ListedFile[];
}): ListedFile[] {
  return [...attachments, ...doubts];
}

/** The text of an `edits.json`: the record without frontmatter and body. */
export function serialiseEditsFile(record: Partial<ConversionRecord>): string {
  const kept = Object.entries(record).filter(([key]) => key !== 'frontmatter' && key !== 'body');
  return `${JSON.stringify(Object.fromEntries(kept), undefined, 1)}\n`;
}
