import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileRecord, NewFile } from '../data-file-writer.ts';

/** Writes a file of the index below a folder that may not exist yet; returns what is kept of it. */
export function writeIndexFile(out: string, { path, contents, sha256, size }: NewFile): FileRecord {
  const file = join(out, path);
  try {
    writeFileSync(file, contents);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return { path, sha256, size };
}
