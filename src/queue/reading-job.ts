import { createHash } from 'node:crypto';
import { z } from 'zod';

/** BullMQ's name of the queue, and what all of its keys begin with. */
export const queueName = 'convert';
export const keyPrefix = 'dafu';

/** The most bytes that travel with a job. Redis takes 512 MB in one value, and keeps all of them in memory. */
export const largestJob = 128 * 2 ** 20;

/** The most files that belong to a received one. */
export const mostFiles = 2000;

/** How long a job, its result and its bytes are kept when nobody comes for them: a long holiday, in seconds. */
export const keptFor = 14 * 24 * 3600;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const path = z.string().min(1).max(4096);

/** What a worker needs to know of a received file; the bytes are kept apart, under their hashes. */
export const readingJobSchema = z.strictObject({
  /** The version of the readers that are to read it. */
  reader: z.string().max(64),
  sha256: sha256Schema,
  /** The files saved with a page, by their path beside it, those that the editor supplied, and further pages. */
  files: z
    .array(z.strictObject({ use: z.enum(['saved', 'given', 'page']), path, sha256: sha256Schema }))
    .max(mostFiles),
});

export type ReadingJob = z.infer<typeof readingJobSchema>;

/** A file that belongs to a received one. */
export interface CompanionFile {
  use: 'saved' | 'given' | 'page';
  /** The path beside the page, with `/` between folders; the name of a file that the editor supplied, or of a further page. */
  path: string;
  bytes: Uint8Array;
}

/** A received file with all that its reader may ask for. */
export interface ReceivedInput {
  bytes: Uint8Array;
  files: readonly CompanionFile[];
}

/** The job for a received file, and all bytes by their hashes. */
export interface PlannedJob {
  /** The SHA-256 of the received bytes; with companions, that of the list of all hashes. */
  id: string;
  job: ReadingJob;
  bytes: ReadonlyMap<string, Uint8Array>;
}

/** @param reader The version of the readers, from `readerVersion`. */
export function planJob({ bytes, files }: ReceivedInput, reader: string): PlannedJob {
  const sha256 = hashBytes(bytes);
  const listed = files.map((file) => ({
    use: file.use,
    path: file.path,
    sha256: hashBytes(file.bytes),
  }));
  return {
    id: files.length === 0 ? sha256 : hashBytes(Buffer.from(JSON.stringify([sha256, listed]))),
    job: { reader, sha256, files: listed },
    bytes: new Map([
      [sha256, bytes],
      ...files.map((file, index): [string, Uint8Array] => [listed[index]?.sha256 ?? '', file.bytes]),
    ]),
  };
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
