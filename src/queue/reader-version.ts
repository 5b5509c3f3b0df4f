import { createHash } from 'node:crypto';
import { listCode, readCode, readLock } from '../program/code-files.ts';

/** The folders of the code that turns received bytes into text. */
const folders = ['readers', 'reply'];

let known: Promise<string> | undefined;

/**
 * A hash of all code that reads received files, libraries included. Machines on which it is the same make the same
 * text of the same bytes.
 *
 * @returns 16 hexadecimal digits.
 */
export function readerVersion(): Promise<string> {
  return (known ??= hashSources());
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  // As in git, whatever line ends the machine has.
  const add = (name: string, text: string) => hash.update(`${name}\0${text.replaceAll('\r', '')}\0`);
  for (const path of (await Promise.all(folders.map(listCode))).flat()) add(path, await readCode(path));
  add('lock', await readLock());
  return hash.digest('hex').slice(0, 16);
}
