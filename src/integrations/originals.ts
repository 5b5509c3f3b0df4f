import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { blotPrivateText, holdsPrivateText } from '../data/private-text.ts';
import { inertName } from '../offline/address.ts';

/** As much of edits.json as publishing needs; the rest goes along as it is. */
const recordSchema = z.looseObject({
  decoded: z.string(),
  dropped: z.array(z.object({ at: z.number(), length: z.number(), why: z.string() })),
});

/**
 * Copies what the edition shows of the originals: the received file, what came with it and the record of edits.
 * Of a letter with private text only the record, blotted out.
 *
 * @param content The content folder.
 * @param files The received files of the published letters, paths below `originals/`.
 * @param out The output folder.
 */
export async function copyOriginals(content: string, files: readonly string[], out: string): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const from = join(content, 'originals', folder);
    const to = join(out, 'originals', folder);
    const record = publicRecord(await readFile(join(from, 'edits.json'), 'utf8').catch(() => undefined));
    await mkdir(dirname(to), { recursive: true });
    if (record === undefined) await copyInert(from, to);
    else {
      await mkdir(to);
      await writeFile(join(to, 'edits.json'), record);
    }
  }
}

/** Copies a folder; a received web page under a name that no browser opens as a page. */
async function copyInert(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const copy = join(to, inertName(relative(from, path)));
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(path, copy);
  }
}

/**
 * What is published in place of the record of a letter with private text, marked `withheld`: the text
 * blotted out, and without the messages, which quote it to the editor.
 *
 * @param source edits.json; undefined when there is none.
 * @returns undefined when nothing is private and all can be published.
 */
export function publicRecord(source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  const record = recordSchema.parse(JSON.parse(source));
  if (!holdsPrivateText(record)) return undefined;
  const shown = { ...record, decoded: blotPrivateText(record), messages: [], withheld: true };
  return `${JSON.stringify(shown, undefined, 1)}\n`;
}
