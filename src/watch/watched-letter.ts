import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { listFiles } from '../content-files/file-names.ts';
import { readLetterFile } from '../content-files/letter-file.ts';
import { frontmatterSchema } from '../reply/frontmatter.ts';

/** A letter that says where its original was taken from. */
export interface WatchedLetter {
  /** The letter's file, as a user would type it. */
  path: string;
  /** `<year>/<id>` */
  id: string;
  url: string;
  /** Absolute path of the kept original; undefined where the letter names none. */
  original: string | undefined;
}

/** As much of the frontmatter as a draft has, too, which may satisfy no schema yet. */
const sourceSchema = z.object({ source: frontmatterSchema.shape.source, withdrawn: z.unknown().optional() });

/** The letters of a content folder as a watch sees them. */
export interface WatchedLetters {
  watched: WatchedLetter[];
  /** How many letters state no address. */
  silent: number;
  /** Files whose frontmatter cannot be read. */
  unreadable: string[];
}

/**
 * Reads which letters state an address. Withdrawn ones are left out: their original is not kept.
 *
 * @param content Absolute path of the content folder.
 * @param only Paths below `replies/`; all letters when absent.
 */
export async function readWatchedLetters(content: string, only?: readonly string[]): Promise<WatchedLetters> {
  const found: WatchedLetters = { watched: [], silent: 0, unreadable: [] };
  for (const name of only ?? (await listFiles(content, 'replies')).named) {
    const { data, path, id } = readLetterFile(content, name);
    const read = sourceSchema.safeParse(data);
    if (!read.success) found.unreadable.push(path);
    else if (read.data.source?.url === undefined || read.data.withdrawn !== undefined) found.silent += 1;
    else {
      const { url, file } = read.data.source;
      const original = file === undefined ? undefined : join(content, 'originals', file);
      found.watched.push({ path, id, url, original });
    }
  }
  return found;
}

/** The bytes of a letter's kept original; undefined where there are none. */
export async function readOriginal({ original }: WatchedLetter): Promise<Uint8Array | undefined> {
  return original === undefined ? undefined : readFile(original).catch(() => undefined);
}
