import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asSent } from '../static-host.ts';

/** The size of an index. */
export interface IndexSize {
  files: number;
  /** Bytes on disk. */
  raw: number;
  /** Bytes transferred if a static host sends all of it once. */
  sent: number;
}

/** Adds up the sizes of all files below a folder. */
export async function weighIndex(folder: string): Promise<IndexSize> {
  const size = { files: 0, raw: 0, sent: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    size.files += 1;
    size.raw += bytes.length;
    size.sent += asSent(entry.name, bytes).bytes.length;
  }
  return size;
}
