import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { removeAbandoned, temporaryName } from '../../storage/temporary-name.ts';

/** A file that is being written beside its place. */
export interface NewFile {
  /** The unfinished file. */
  path: string;
  /** Bytes so far. */
  size: () => number;
  /** Appends bytes that do not change any more. */
  append: (bytes: Uint8Array) => Promise<void>;
  /** Appends bytes whose memory is used again when they are written. */
  appendNow: (bytes: Uint8Array) => Promise<void>;
  /** Appends zeros. @param length In bytes. */
  extend: (length: number) => Promise<void>;
  /** Writes over bytes that were appended before. */
  rewrite: (at: number, bytes: Uint8Array) => Promise<void>;
  /** All that was appended is in the file, and on the disk. */
  complete: () => Promise<void>;
}

/** Small writes are joined to this size, in bytes: what waits is in memory. */
const joined = 1 << 20;

/**
 * Writes a file beside its place. It gets its name when everything is on the disk, so that a file under this name is
 * always whole. What a killed process left is removed first.
 *
 * @param path Absolute path. A file of this name is replaced.
 * @param write Fills the file.
 */
export async function writeAside<T>(path: string, write: (file: NewFile) => Promise<T>): Promise<T> {
  await removeAbandoned(dirname(path), basename(path));
  const aside = temporaryName(path);
  const handle = await open(aside, 'wx+');
  try {
    const result = await fill(handle, aside, write);
    await handle.close();
    await rename(aside, path);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function fill<T>(
  handle: Awaited<ReturnType<typeof open>>,
  aside: string,
  write: (file: NewFile) => Promise<T>,
): Promise<T> {
  let pending: Uint8Array[] = [];
  let [written, held] = [0, 0];
  const flush = async () => {
    const all = pending;
    const length = held;
    [pending, held] = [[], 0];
    const bytes = Buffer.concat(all, length);
    for (let done = 0; done < length;)
      done += (await handle.write(bytes, done, length - done, written + done)).bytesWritten;
    written += length;
  };
  const complete = async () => {
    await flush();
    await handle.sync();
  };
  const result = await write({
    path: aside,
    size: () => written + held,
    async append(bytes) {
      pending.push(bytes);
      held += bytes.length;
      if (held >= joined) await flush();
    },
    async appendNow(bytes) {
      await flush();
      for (let done = 0; done < bytes.length;)
        done += (await handle.write(bytes, done, bytes.length - done, written + done)).bytesWritten;
      written += bytes.length;
    },
    async extend(length) {
      await flush();
      written += length;
      await handle.truncate(written);
    },
    async rewrite(at, bytes) {
      await flush();
      await handle.write(bytes, 0, bytes.length, at);
    },
    complete,
  });
  await complete();
  return result;
}
