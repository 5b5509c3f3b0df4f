import { join } from 'node:path';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { FormerFiles, PlacedFile } from './edition-file.ts';

/** What the last build of an output folder put there. */
export interface EditionRecord {
  /** None when there was no build. */
  former: FormerFiles;
  damaged: boolean;
  /** Keeps the files of this build. */
  keep(files: readonly PlacedFile[]): Promise<void>;
}

/**
 * Opens the record of an output folder.
 *
 * @param cache The folder of all caches.
 * @param out Absolute path of the output folder.
 */
export async function openEditionRecord(cache: string, out: string): Promise<EditionRecord> {
  const path = join(cache, 'editions', digest(out));
  const read = await readSealed(path);
  const files = read.status === 'read' ? (JSON.parse(read.bytes.toString()) as Row[]) : [];
  return {
    former: {
      placed: new Map(
        files.map(([name, key, sha256, bytes, fingerprint]) => [
          name,
          { path: name, key, sha256, bytes, fingerprint },
        ]),
      ),
      checked: files.length > 0,
      locate: (name) => join(out, name),
    },
    damaged: read.status === 'damaged',
    keep: (placed) =>
      writeSealed(
        path,
        JSON.stringify(
          placed.map((file): Row => [file.path, file.key, file.sha256, file.bytes, file.fingerprint]),
        ),
      ),
  };
}

type Row = [path: string, key: string, sha256: string, bytes: number, fingerprint: string];
