import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPrintable } from '../../check/printable-text.ts';
import { detectFormat } from '../../readers/format.ts';
import { pictureName } from '../../reply/original/format.ts';
import type { WatchResult } from '../../watch/watch-result.ts';

/** The usual extensions of formats with another name; the bytes decide how a file is converted. */
const extensions: Partial<Record<string, string>> = { mhtml: 'mht', email: 'eml', 'word-xml': 'xml' };

/**
 * Keeps what is now in the place of originals, each under the name of its letter. A file that is there already is not
 * replaced; that is reported and makes the exit code 1.
 *
 * @param folder Absolute path; created if missing.
 */
export function receivedSaver(folder: string): (result: WatchResult) => void {
  mkdirSync(folder, { recursive: true });
  return ({ id, received }) => {
    if (!received) return;
    const path = join(folder, nameFor(id.replaceAll('/', '-'), received));
    try {
      writeFileSync(path, received, { flag: 'wx' });
      process.stderr.write(`已存到 ${toPrintable(path)}\n`);
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere) throw error;
      process.stderr.write(`${toPrintable(path)} 已经有了，没有覆盖。请换一个文件夹，或先移走它。\n`);
      process.exitCode = 1;
    }
  };
}

function nameFor(stem: string, bytes: Uint8Array): string {
  const format = detectFormat(bytes);
  return format === 'image' ? pictureName(stem, bytes) : `${stem}.${extensions[format] ?? format}`;
}
