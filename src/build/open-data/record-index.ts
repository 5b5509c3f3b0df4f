import { join } from 'node:path';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { recordsPath } from './record-file.ts';
import type { RecordSource, WrittenRecords } from './records-writer.ts';

/** Where the records are in the file of the last edition. */
export interface RecordIndex {
  damaged: boolean;
  /** The records of the last edition, by the digest of their input; none when its file is another by now. */
  sources(edition: EditionFolder): Map<string, RecordSource>;
  /** Keeps where the records of the new edition are, once it is in place. */
  keep(written: WrittenRecords): Promise<void>;
}

/**
 * Opens the index of an output folder.
 *
 * @param cache The folder of all caches.
 * @param out Absolute path of the output folder, which names the index.
 */
export async function openRecordIndex(cache: string, out: string): Promise<RecordIndex> {
  const path = join(cache, 'records', digest(out));
  const read = await readSealed(path);
  const stored = read.status === 'read' ? (JSON.parse(read.bytes.toString()) as Stored) : undefined;
  return {
    damaged: read.status === 'damaged',
    sources(edition) {
      if (stored === undefined || edition.lastHash(recordsPath) !== stored.sha256) return new Map();
      const file = edition.lastFile(recordsPath);
      return new Map(stored.parts.map(([key, at, length]) => [key, { file, at, length }]));
    },
    keep: ({ file, parts }) =>
      writeSealed(path, JSON.stringify({ sha256: file.sha256, parts } satisfies Stored)),
  };
}

interface Stored {
  sha256: string;
  parts: WrittenRecords['parts'];
}
