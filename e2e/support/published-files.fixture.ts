import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a file of an edition as text. */
export async function textIn(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

/** Lists the files of an edition whose path matches a pattern, sorted. */
export async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => ending.test(name)).sort();
}
