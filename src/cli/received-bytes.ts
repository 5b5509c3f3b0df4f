import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { familyOf, refusal } from '../convert/readers/format.ts';
import { ReadError } from '../convert/readers/reading.ts';
import { headBytes, largestSize, refuseLarge } from '../convert/readers/size-bound.ts';

/**
 * Reads a received file whole, unless it is too large for its format or of a format that no reader takes: its first
 * 64 KB tell, and the rest is not read then. Neither a file that grows while it is read nor a pipe that takes its
 * place gets round the bound.
 *
 * @throws ReadError with a message for the editor.
 */
export async function receivedBytes(file: string): Promise<Uint8Array> {
  if (file === '-') throw new ReadError('unreadable', '不从标准输入读取。请先存成文件，再给出它的路径。');
  refuseFolder(await stat(file).catch(refuseUnreadable));
  // Opening a pipe must not wait for somebody to write into it. Windows has neither the flag nor such pipes.
  const handle = await open(file, constants.O_RDONLY | nonBlocking).catch(refuseUnreadable);
  try {
    const found = await handle.stat();
    refuseFolder(found);
    const head = await readUpTo(handle, headBytes);
    refuseLarge(head, found.size);
    const refused = refusal(familyOf(head));
    if (refused) throw refused;
    const most = largestSize(head);
    const bytes = Buffer.concat([head, await readUpTo(handle, most + 1 - head.length)]);
    refuseLarge(head, bytes.length);
    return bytes;
  } catch (error) {
    throw error instanceof ReadError ? error : refuseUnreadable(error);
  } finally {
    await handle.close();
  }
}

const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

function refuseFolder(found: Awaited<ReturnType<typeof stat>>): void {
  if (found.isDirectory())
    throw new ReadError('directory', '这是文件夹，不是文件。请给出文件夹里的文件，例如 文件夹/*.txt。');
  if (!found.isFile()) throw new ReadError('unreadable', '这不是普通文件，不能转换。');
}

/** The next bytes of a file, at most so many. */
async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let left = most; left > 0;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, 1 << 20)), 0, null, null);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
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
