import { crc32, deflateRawSync } from 'node:zlib';
import { writeCentralHeader, writeDirectoryEnd, writeLocalHeader } from './zip-records.ts';
import type { ZipEntry } from './zip-entry.ts';

/** A file for a zip, and what is wrong with it. */
export interface CraftedFile {
  name: string;
  contents?: string | Uint8Array;
  deflate?: boolean;
  /** States other numbers than the true ones, in both headers. */
  claims?: Partial<ZipEntry> & { at?: number };
  /** Changes the entry of the directory after it was made. */
  directory?: (view: DataView) => void;
}

/** Makes a zip of any files, right or wrong. @param change Changes the record at the end. */
export function craftZip(
  files: readonly CraftedFile[],
  change?: (end: DataView) => void,
): Buffer<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, contents = '', deflate = false, claims = {}, directory: spoil } of files) {
    const bytes = Buffer.from(contents);
    const packed = deflate ? deflateRawSync(bytes) : bytes;
    const entry = {
      ...{ name, method: deflate ? ('deflated' as const) : ('stored' as const), crc: crc32(bytes) },
      ...{ packed: packed.length, size: bytes.length, at, ...claims },
    };
    const local = writeLocalHeader(entry);
    const central = writeCentralHeader(entry);
    spoil?.(new DataView(central.buffer));
    parts.push(local, packed);
    directory.push(central);
    at += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = writeDirectoryEnd({ at, size, count: files.length });
  change?.(new DataView(end.buffer));
  return Buffer.concat([...parts, ...directory, end]);
}
