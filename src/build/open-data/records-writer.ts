import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { recordsPath } from './record-file.ts';

/** A record that was made before: its file, and where it is there, in bytes. */
export interface RecordSource {
  file: string;
  at: number;
  length: number;
}

/** The file of all records, ordered by id, and where each is. */
export interface WrittenRecords {
  file: EditionFile;
  parts: readonly (readonly [key: string, at: number, length: number])[];
}

/** The records that need not be made. */
export interface KnownRecords {
  has(letter: SnapshotLetter): boolean;
  /**
   * Writes the file of an edition.
   *
   * @param letters In any order.
   * @param made The records that were made by this build, by id.
   */
  write(letters: readonly SnapshotLetter[], made: ReadonlyMap<string, Uint8Array>): WrittenRecords;
}

/**
 * Opens the records that were made before.
 *
 * @param sources By the digest of their input.
 * @param setting The digest of the program, and the public address of the edition, if it has one.
 */
export function openRecords(
  edition: EditionFolder,
  sources: ReadonlyMap<string, RecordSource>,
  { program, url }: { program: string; url: string | undefined },
): KnownRecords {
  const keyOf = ({ id, facts }: SnapshotLetter) => digest(program, url, id, facts.sha256, facts.original);
  return {
    has: (letter) => sources.has(keyOf(letter)),
    write(letters, made) {
      const ordered = letters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const keys = ordered.map(keyOf);
      const key = digest('records', keys);
      if (edition.keep(recordsPath, key)) {
        let at = 0;
        const parts = keys.map((part) => {
          const length = sources.get(part)?.length ?? 0;
          at += length;
          return [part, at - length, length] as const;
        });
        return { file: edition.get(recordsPath), parts };
      }
      const sink = openSink(edition.prepare(recordsPath));
      const parts = ordered.map(({ id }, index) => {
        const part = keys[index] ?? '';
        const record = made.get(id) ?? sources.get(part);
        if (record === undefined) throw new Error(`there is no record of ${id}`);
        return [
          part,
          sink.at(),
          record instanceof Uint8Array ? sink.write(record) : sink.copy(record),
        ] as const;
      });
      const file = { path: recordsPath, key, ...sink.close() };
      edition.add(file, true);
      return { file, parts };
    },
  };
}

/** Neighbouring pieces of another file are copied together. */
function openSink(to: string) {
  const file = openSync(to, 'w');
  const hash = createHash('sha256');
  let size = 0;
  let pending: { from: string; at: number; length: number } | undefined;
  const append = (bytes: Uint8Array) => {
    hash.update(bytes);
    writeSync(file, bytes);
  };
  const flush = () => {
    if (pending) append(readRange(pending.from, pending.at, pending.length));
    pending = undefined;
  };
  return {
    at: () => size,
    write(bytes: Uint8Array) {
      flush();
      append(bytes);
      size += bytes.length;
      return bytes.length;
    },
    copy({ file: from, at, length }: RecordSource) {
      const follows = pending?.from === from && pending.at + pending.length === at;
      if (!pending || !follows || pending.length > largestCopy) {
        flush();
        pending = { from, at, length: 0 };
      }
      pending.length += length;
      size += length;
      return length;
    },
    close() {
      flush();
      closeSync(file);
      return { bytes: size, sha256: hash.digest('hex') };
    },
  };
}

const largestCopy = 1 << 24;

function readRange(path: string, at: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  } finally {
    closeSync(file);
  }
}
