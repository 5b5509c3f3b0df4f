import { join } from 'node:path';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { FormerFiles, PlacedFile, Stages } from './edition-file.ts';

/** What the last build of an output folder put there. */
export interface EditionRecord {
  /** None when there was no build. */
  former: FormerFiles;
  damaged: boolean;
  /** Keeps the files of this build, and its stages. */
  keep(files: readonly PlacedFile[], stages: Stages): Promise<void>;
}

/**
 * Opens the record of an output folder.
 *
 * @param cache The folder of all caches.
 * @param out Absolute path of the output folder.
 */
export async function openEditionRecord(cache: string, out: string): Promise<EditionRecord> {
  const path = join(cache, 'editions', digest(form, out));
  const read = await readSealed(path);
  const { files, stages } =
    read.status === 'read' ? (JSON.parse(read.bytes.toString()) as Stored) : { files: [], stages: [] };
  return {
    former: {
      placed: new Map(
        files.map(([name, key, sha256, bytes, fingerprint]) => [
          name,
          { path: name, key, sha256, bytes, fingerprint },
        ]),
      ),
      stages: new Map(stages),
      checked: files.length > 0,
      locate: (name) => join(out, name),
    },
    damaged: read.status === 'damaged',
    keep: (placed, made) => {
      const next: Stored = {
        files: placed.map((file) => [file.path, file.key, file.sha256, file.bytes, file.fingerprint]),
        stages: [...made],
      };
      return writeSealed(path, JSON.stringify(next));
    },
  };
}

/** Changes with what the file has, so that none of an earlier version of the program is read. */
const form = 2;

/** The file of the record. */
interface Stored {
  files: Row[];
  stages: [key: string, paths: readonly string[]][];
}

type Row = [path: string, key: string, sha256: string, bytes: number, fingerprint: string];
