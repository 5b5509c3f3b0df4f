import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBeAlive, ownerOf, ownToken } from './process-identity.ts';

const marker = '.partial-';

/**
 * A name for a file or folder that is not finished. It says whose it is, so that what a killed process left
 * can be distinguished from what a living one works on, and from everybody else's files.
 *
 * @param stem What the name or path starts with.
 */
export function temporaryName(stem: string): string {
  return `${stem}${marker}${ownToken()}`;
}

/**
 * Names in a folder that {@link temporaryName} made for processes that are dead now.
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

/** Removes what killed processes left in a folder, of one stem or of any. */
export async function removeAbandoned(folder: string, stem?: string): Promise<void> {
  for (const name of await abandonedNames(folder, stem))
    // A child of the dead process may still be writing there.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20 });
}

/** Whether {@link temporaryName} made a name, for whatever process. */
export function isTemporary(name: string): boolean {
  const end = name.lastIndexOf(marker);
  return end >= 0 && ownerOf(name.slice(end + marker.length)) !== undefined;
}
