import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ReadError, type Attachment } from '../convert/readers/reading.ts';

/** Larger files are no letters; reading them whole would only exhaust the memory. In MB. */
const largest = { letter: 200, given: 50 };

/**
 * Reads a received file.
 *
 * @throws ReadError in Chinese when it is no plain file, cannot be read or is too large.
 */
export async function readReceivedFile(file: string): Promise<Uint8Array> {
  if (file === '-') throw new ReadError('unreadable', '不从标准输入读取。请先存成文件，再给出它的路径。');
  return readPlainFile(file, largest.letter, {
    directory: '这是文件夹，不是文件。请给出文件夹里的文件，例如 文件夹/*.txt。',
    tooLarge: '不像一件答复。请确认是不是选错了文件。',
  });
}

/**
 * Reads the files that an editor gives with `--with`.
 *
 * @throws ReadError `with-file` in Chinese, with the path, for the first that cannot be kept.
 */
export async function readGiven(paths: readonly string[]): Promise<Attachment[]> {
  const given: Attachment[] = [];
  for (const path of paths) {
    try {
      const bytes = await readPlainFile(path, largest.given, {
        directory: '这是文件夹，不是文件。请给出其中的文件，可多次使用 --with。',
        tooLarge: '不宜作为附件公开。请确认是不是选错了文件。',
      });
      if (bytes.length === 0) throw new ReadError('empty', '文件是空的。请向来源重新索取。');
      given.push({ name: basename(path), bytes });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      throw new ReadError('with-file', `--with ${path}：${error.message}`);
    }
  }
  return given;
}

/** What to say of a folder, and of a file that is too large. */
interface Advice {
  directory: string;
  tooLarge: string;
}

async function readPlainFile(file: string, megabytes: number, advice: Advice): Promise<Uint8Array> {
  const found = await stat(file).catch((error: unknown) => {
    throw new ReadError('unreadable', unreadable(error));
  });
  if (found.isDirectory()) throw new ReadError('directory', advice.directory);
  if (!found.isFile()) throw new ReadError('unreadable', '这不是普通文件，不能转换。');
  if (found.size > megabytes * 2 ** 20)
    throw new ReadError('too-large', `文件超过 ${megabytes} MB，${advice.tooLarge}`);
  return readFile(file).catch((error: unknown) => {
    throw new ReadError('unreadable', unreadable(error));
  });
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件。请检查路径。';
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限。请检查文件的权限。';
  return `读不了这个文件（${typeof code === 'string' ? code : String(error)}）。`;
}
