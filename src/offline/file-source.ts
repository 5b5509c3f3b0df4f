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
        if (bytesRead === 0) throw new Error('文件比所称的短');
        done += bytesRead;
      }
      return buffer;
    },
  };
}
