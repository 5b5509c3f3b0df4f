import { writeCentralHeader, writeDirectoryEnd, writeLocalHeader } from '../../archive/zip/zip-records.ts';
import type { PlacedEntry, ZipEntry } from '../../archive/zip/zip-entry.ts';
import type { NewFile } from './new-file.ts';

/** Puts files into a zip, one behind the other. */
export interface ZipWriter {
  /** Adds files whose headers and bytes are in one piece. */
  add: (entries: readonly ZipEntry[], bytes: readonly Uint8Array[]) => Promise<void>;
  /**
   * Begins a file whose header is written when it is complete.
   *
   * @returns What takes its bytes, and then its entry.
   */
  begin: (
    name: string,
    size: number,
  ) => Promise<{ append: (bytes: Uint8Array) => Promise<void>; end: (entry: ZipEntry) => Promise<void> }>;
  /** Adds a file whose packed bytes come from another zip. */
  copy: (entry: ZipEntry, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Writes the directory. */
  finish: () => Promise<void>;
}

/** Starts a zip in an empty file. Files must be added in the order of their names. */
export function startZip(file: NewFile): ZipWriter {
  const directory = startDirectory();
  return {
    async add(entries, bytes) {
      let at = file.size();
      for (const entry of entries) {
        directory.add({ ...entry, at });
        at += writeLocalHeader(entry).length + entry.packed;
      }
      for (const part of bytes) await file.append(part);
    },
    async begin(name, size) {
      const at = file.size();
      const blank = writeLocalHeader({ name, method: 'stored', crc: 0, packed: 0, size });
      await file.append(blank.fill(0));
      return {
        append: (bytes) => file.appendNow(bytes),
        async end(entry) {
          directory.add({ ...entry, at });
          await file.rewrite(at, writeLocalHeader(entry));
        },
      };
    },
    async copy(entry, pieces) {
      directory.add({ ...entry, at: file.size() });
      await file.append(writeLocalHeader(entry));
      for await (const piece of pieces) await file.append(piece);
    },
    async finish() {
      const at = file.size();
      for (const records of directory.pieces()) await file.append(records);
      const size = file.size() - at;
      await file.append(writeDirectoryEnd({ at, size, count: directory.count() }));
    },
  };
}

/** What is allocated at once for the directory, in bytes; no record is as long. */
const directoryPiece = 1 << 16;

/** Collects the directory as it will be written: as objects, the entries of 100,000 files take several times the memory. */
function startDirectory() {
  const full: Uint8Array[] = [];
  let piece = new Uint8Array(directoryPiece);
  let [end, count] = [0, 0];
  return {
    add(entry: PlacedEntry) {
      const record = writeCentralHeader(entry);
      if (end + record.length > directoryPiece) {
        full.push(piece.subarray(0, end));
        [piece, end] = [new Uint8Array(directoryPiece), 0];
      }
      piece.set(record, end);
      end += record.length;
      count += 1;
    },
    count: () => count,
    pieces: () => [...full, piece.subarray(0, end)],
  };
}
