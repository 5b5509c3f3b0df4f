import { lstatSync } from 'node:fs';

/**
 * States what the file system knows of a file: its identity, size, and the times of its last change. Whoever
 * changes a file changes its fingerprint, for no program can set the time of a change of status (POSIX
 * `st_ctime`). So a file with the fingerprint of a file that was read need not be read again.
 *
 * @returns `absent` when there is no such file.
 */
export function fingerprint(path: string): string {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'absent' : `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}

/** The clocks of file systems tick this often at least, in milliseconds. */
const tick = 20;

/**
 * States the fingerprint of a file that is about to be read. A file that was changed just now may change once
 * more within the same tick of the clock, so it gets none, and is read again the next time.
 *
 * @param now Milliseconds since 1970.
 */
export function settledFingerprint(path: string, now = Date.now()): string | undefined {
  const found = fingerprint(path);
  const changed = Number(found.split(' ')[3] ?? 0) / 1e6;
  return found !== 'absent' && Math.abs(now - changed) < tick ? undefined : found;
}
