import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBeAlive, ownerOf, ownToken } from './process-identity.ts';

const marker = '.partial-';

/**
 * Makes a name for an unfinished file or folder. It identifies the process, so that what a killed one left
 * can be distinguished from the work of a living one and from all other files.
 *
 * @param stem Start of the name or path.
 */
export function temporaryName(stem: string): string {
  return `${stem}${marker}${ownToken()}`;
}

/**
 * Names in a folder that {@link temporaryName} made for processes that have since died.
 *
 * @param stem As given there, without the folder; any when absent.
 */
export async function abandonedNames(folder: string, stem?: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => {
    const end = name.lastIndexOf(marker);
    const owner = end < 0 ? undefined : ownerOf(name.slice(end + marker.length));
    return owner && (stem === undefined || name.slice(0, end) === stem) && !mayBeAlive(owner);
  });
}

/** Removes what killed processes left in a folder, with one stem or any. */
export async function removeAbandoned(folder: string, stem?: string): Promise<void> {
  for (const name of await abandonedNames(folder, stem))
    // A child of the dead process may still be writing there.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20 });
}
