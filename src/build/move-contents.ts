import { cp, lstat, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves everything in a folder into another, which may be on another disk and may have folders of the same names. */
export async function moveContents(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && (await lstat(target).catch(() => undefined)))
      await moveContents(source, target);
    else
      await rename(source, target).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
        return cp(source, target, { recursive: true });
      });
  }
}
