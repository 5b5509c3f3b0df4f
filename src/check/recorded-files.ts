import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { LetterFile } from '../content-files/letter-file.ts';
import { editsFileName, editsFileSchema, listedFiles, readEditsFile } from '../record/edits-file.ts';

const recordedFields = editsFileSchema.pick({ attachments: true, doubts: true });
/** As much of the frontmatter of a draft, which may satisfy no schema yet, as names its original. */
const sourceSchema = z.object({ source: z.object({ file: z.string() }) });

/** The original that a letter names and the record of its conversion, below `originals/`; none where it names none. */
export function namedFiles({ data }: Pick<LetterFile, 'data'>): string[] {
  const file = sourceSchema.safeParse(data).data?.source.file;
  return file === undefined ? [] : [file, `${dirname(file)}/${editsFileName}`];
}

/**
 * The files below `originals/` that a letter accounts for: its original, the record of the conversion, and the
 * files that this lists. None of the latter where the record is damaged: other rules report that.
 */
export async function recordedFiles({ data }: Pick<LetterFile, 'data'>, content: string): Promise<string[]> {
  const [file, record] = namedFiles({ data });
  if (file === undefined || record === undefined) return [];
  const beside = dirname(file);
  const reading = await readEditsFile(join(content, 'originals', beside), recordedFields);
  const listed = listedFiles(reading.status === 'read' ? reading.record : {});
  return [file, record, ...listed.map(({ name }) => `${beside}/${name}`)];
}
