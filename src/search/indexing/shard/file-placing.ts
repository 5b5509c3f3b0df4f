import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf, type FileRecord, type NewFile } from '../data-file-writer.ts';
import { sha256 } from '../../../storage/file-hash.ts';

/** Where files of the index are placed. */
export interface Placing {
  /** Folder `search/` of the edition. */
  out: string;
  /** SHA-256 of the last edition's files by path: what is the same is not written. */
  known?: ReadonlyMap<string, string>;
}

/** Writes a file of the index unless the last edition has it; returns what is kept of it. */
export function placeFile(
  { out, known }: Placing,
  { path, contents, sha256: hash, size }: NewFile,
): FileRecord {
  if (known?.get(path) !== hash) writeFile(join(out, path), contents);
  return { path, sha256: hash, size };
}

/** Writes a file into a folder that may not exist yet. */
function writeFile(file: string, contents: Uint8Array): void {
  try {
    writeFileSync(file, contents);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

/** Thrown when a file of the last edition is not as it was written. */
export class DamagedFile extends Error {}

/** Reads a file of the last edition. @throws DamagedFile when it is not as it was written. */
export function readPlaced(previous: string, { path, sha256: hash }: FileRecord): Buffer {
  let file: Buffer;
  try {
    file = readFileSync(join(previous, path));
  } catch (error) {
    throw new DamagedFile(path, { cause: error });
  }
  if (sha256(file) !== hash) throw new DamagedFile(path);
  return file;
}

/** Reads the content of a data file of the last edition that has one part. */
export function readPlacedContent(previous: string, record: FileRecord): Buffer {
  return contentOf(record.path.replace(/\.js$/, ''), readPlaced(previous, record));
}
