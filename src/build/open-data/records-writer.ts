import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../../archive/address.ts';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';
import type { SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';

/** The file of all records, ordered by id. */
const path = address.dataFile('replies.jsonl.gz');

/** A record in the file: the digest of its input, its offset and length in bytes. */
type Part = readonly [key: string, at: number, length: number];

/** Which records the last edition's file has. */
export interface KnownRecords {
  has(letter: SnapshotLetter): boolean;
  damaged: boolean;
  /**
   * Writes the file of an edition: records made by this build, and those of the last edition's file.
   *
   * @param letters In any order.
   * @param made The new records by id.
   */
  write(letters: readonly SnapshotLetter[], made: ReadonlyMap<string, Uint8Array>): EditionFile;
  /** Keeps where the records are, once the edition is in place. */
  keep(): Promise<void>;
}

/**
 * Opens the records of the last edition.
 *
 * @param cache The folder of all caches.
 * @param out Absolute path of the output folder, which names the cache.
 * @param program Digest of the program.
 * @param url Public address of the edition, if it has one.
 */
export async function openRecords(
  edition: EditionFolder,
  { cache, out, program, url }: { cache: string; out: string; program: string; url: string | undefined },
): Promise<KnownRecords> {
  const index = join(cache, 'records', digest(out));
  const read = await readSealed(index);
  const stored = read.status === 'read' ? (JSON.parse(read.bytes.toString()) as Stored) : undefined;
  const last = stored !== undefined && edition.lastHash(path) === stored.sha256 ? stored.parts : [];
  const known = new Map(last.map((part) => [part[0], part]));
  const keyOf = ({ id, facts }: SnapshotLetter) => digest(program, url, id, facts.sha256, facts.original);
  let next: Stored | undefined;
  return {
    has: (letter) => known.has(keyOf(letter)),
    damaged: read.status === 'damaged',
    write(letters, made) {
      const ordered = letters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const key = digest('records', ordered.map(keyOf));
      if (edition.keep(path, key)) {
        next = stored;
        return edition.get(path);
      }
      const parts: Part[] = [];
      const sink = openSink(edition.prepare(path));
      const source = known.size > 0 ? edition.lastFile(path) : undefined;
      for (const letter of ordered) {
        const part = known.get(keyOf(letter));
        const record = made.get(letter.id);
        if (record) parts.push([keyOf(letter), sink.at(), sink.write(record)]);
        else if (part && source !== undefined)
          parts.push([keyOf(letter), sink.at(), sink.copy(source, part[1], part[2])]);
        else throw new Error(`there is no record of ${letter.id}`);
      }
      const { bytes, sha256 } = sink.close();
      next = { sha256, parts };
      const file = { path, key, sha256, bytes };
      edition.add(file, true);
      return file;
    },
    keep: async () => {
      if (next) await writeSealed(index, JSON.stringify(next));
    },
  };
}

interface Stored {
  sha256: string;
  parts: Part[];
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
    copy(from: string, at: number, length: number) {
      if (pending?.at === undefined || pending.at + pending.length !== at || pending.length > largestCopy) {
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
