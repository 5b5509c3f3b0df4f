import { fstatSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../archive/zip/byte-source.ts';

/** A file on disk, open for reading, as bytes that are read by range. */
export async function handleSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(at, length) {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await file.read(buffer, done, length - done, at + done);
        if (bytesRead === 0) throw tooShort();
        done += bytesRead;
      }
      return buffer;
    },
  };
}

/** What is read at once, in bytes. */
const readAhead = 1 << 20;

/**
 * A file on disk, open for reading, whose ranges are read one behind the other: many small ones take one call of the
 * system. A thread that does nothing else reads so; others would wait for the disk.
 *
 * @param file Its descriptor.
 */
export function readAheadSource(file: number): ByteSource {
  const { size } = fstatSync(file);
  const ahead = Buffer.allocUnsafeSlow(readAhead);
  let [from, to] = [0, 0];
  return {
    size,
    read(at, length) {
      if (length > readAhead) {
        const bytes = Buffer.allocUnsafeSlow(length);
        return fill(file, bytes, at) === length ? Promise.resolve(bytes) : Promise.reject(tooShort());
      }
      if (at < from || at + length > to) [from, to] = [at, at + fill(file, ahead, at)];
      if (at + length > to) return Promise.reject(tooShort());
      return Promise.resolve(Buffer.from(ahead.subarray(at - from, at - from + length)));
    },
  };
}

/** @returns How many bytes there were: fewer than there is room for at the end of the file. */
function fill(file: number, room: Uint8Array, at: number): number {
  let done = 0;
  while (done < room.length) {
    const length = readSync(file, room, done, room.length - done, at + done);
    if (length === 0) break;
    done += length;
  }
  return done;
}

function tooShort(): Error {
  return new Error('文件比所称的短');
}
