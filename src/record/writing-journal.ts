import { copyFile, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { abandonedNames } from '../storage/temporary-name.ts';

/** Stem of the staging folder's name, at the top of the content folder. */
export const stagingStem = '.convert';

/** The journal in that folder, written when all files are there. */
export const journalName = 'journal.json';

/** A stranger's pull request may contain a journal, which must reach nothing but letters and originals. */
const placeSchema = z
  .string()
  .regex(/^(?:originals|replies)\//)
  .refine((path) => !path.split(/[\\/]/).some((name) => name === '' || name === '.' || name === '..'));

const journalSchema = z.strictObject({
  /** From a name in the folder of the journal to a path in the content folder. */
  moves: z.array(z.strictObject({ from: z.string().regex(/^\d+$/), to: placeSchema })),
  /** Paths of files to remove afterwards. */
  removed: z.array(placeSchema),
});

export type Journal = z.infer<typeof journalSchema>;

/**
 * Does what remains of a journal, then removes its folder. Skips what is already done, so that it
 * can be interrupted anywhere.
 *
 * @param folder The content folder.
 * @param staging Folder of the journal.
 */
export async function finishWriting(folder: string, staging: string, journal: Journal): Promise<void> {
  for (const { from, to } of journal.moves) {
    const target = join(folder, to);
    await mkdir(dirname(target), { recursive: true });
    await moveOnce(join(staging, from), target);
  }
  for (const path of journal.removed) await rm(join(folder, path), { force: true });
  // The journal first: without it the rest is only waste.
  await rm(join(staging, journalName));
  await rm(staging, { recursive: true, force: true });
}

/**
 * Finishes what killed processes had decided to write and removes what they had only begun. Needs the lock of
 * the content folder.
 *
 * @returns How many sets of files were finished.
 */
export async function finishAbandonedWriting(folder: string): Promise<number> {
  let finished = 0;
  for (const name of await abandonedNames(folder, stagingStem)) {
    const staging = join(folder, name);
    const text = await readFile(join(staging, journalName), 'utf8').catch(() => undefined);
    const journal = journalSchema.safeParse(parseJson(text)).data;
    if (journal) {
      await finishWriting(folder, staging, journal);
      finished += 1;
    } else await rm(staging, { recursive: true, force: true });
  }
  return finished;
}

/** Renames a file unless that is done; copies it when the target is on another disk. */
async function moveOnce(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EXDEV') {
      const beside = join(dirname(to), '.convert-moved');
      await copyFile(from, beside);
      await rename(beside, to);
      await rm(from);
    } else if (code !== 'ENOENT' || !(await lstat(to).catch(() => undefined))) throw error;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
