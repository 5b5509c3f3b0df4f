import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { ReadError } from '../readers/reading.ts';

/**
 * Opens a file that somebody else may change meanwhile: nothing but a plain file is read, and a pipe that takes
 * its place does not block the program.
 *
 * @param folderAdvice What to say where it is a folder.
 * @param read Receives the file and its size in bytes as it is now.
 * @throws ReadError in Chinese.
 */
export async function withPlainFile<T>(
  file: string,
  folderAdvice: string,
  read: (handle: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  refuseOther(await stat(file).catch(refuseUnreadable), folderAdvice);
  // Opening a pipe must not wait for somebody to write into it. Windows has neither the flag nor such pipes.
  const handle = await open(file, constants.O_RDONLY | nonBlocking).catch(refuseUnreadable);
  try {
    const found = await handle.stat();
    refuseOther(found, folderAdvice);
    return await read(handle, found.size);
  } catch (error) {
    throw error instanceof ReadError ? error : refuseUnreadable(error);
  } finally {
    await handle.close();
  }
}

/** The next bytes of a file, at most so many. */
export async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let left = most; left > 0;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, 1 << 20)), 0, null, null);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
}

const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

function refuseOther(found: Awaited<ReturnType<typeof stat>>, folderAdvice: string): void {
  if (found.isDirectory()) throw new ReadError('directory', folderAdvice);
  if (!found.isFile()) throw new ReadError('unreadable', '这不是普通文件，不能转换。');
}

function refuseUnreadable(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  throw new ReadError('unreadable', reasonOf(code, error));
}

function reasonOf(code: unknown, error: unknown): string {
  if (code === 'ENOENT') return '没有这个文件。请检查路径。';
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限。请检查文件的权限。';
  return `读不了这个文件（${typeof code === 'string' ? code : String(error)}）。`;
}
