import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commitmentSchema } from '../../commitments/commitment.ts';
import { followUpSchema } from '../../reply/follow-up.ts';
import { citationSchema } from '../../policies/citation.ts';
import { letterIdentitySchema } from '../../check/letter-identity.ts';
import { ruleCodes } from '../../content-files/rule-codes.ts';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { LetterFacts } from '../letters/letter-facts.ts';
import type { WrittenRecords } from '../open-data/records-writer.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { ShardNumber } from './shard-number.ts';

/** The file that states what a part of an edition is. */
const partRecordName = 'part.json';

/** The folder of a part's files, by their paths in the edition. */
export const partFilesFolder = 'files';

/** The names at the top of a part's folder; none when it is no part. */
export async function namesOfPart(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes(partRecordName) ? [partRecordName, partFilesFolder] : [];
}

const count = z.int().nonnegative();
const sha = z.string().regex(/^[0-9a-f]{64}$/);
/** A path below a folder: no part of it leads out of there. */
const path = z.string().refine((text) => !text.includes('\\') && text.split('/').every(isName));

/** A part of an edition. It comes from another machine, so nothing in it is believed by its form. */
const partSchema = z.object({
  shard: z.object({ number: count, count }) satisfies z.ZodType<ShardNumber>,
  /** Digest of the program that made it. */
  program: z.string(),
  /** Digest of all letters as the part saw them: parts of the same content have the same. */
  content: z.string(),
  /** The facts of the letters that it has the files of. */
  letters: z.array(
    z.object({
      name: path,
      id: path,
      sha256: sha,
      frontmatter: frontmatterSchema.exactOptional(),
      headings: z.array(z.string()),
      commitments: z.array(commitmentSchema),
      followUp: followUpSchema.shape.records.exactOptional(),
      citations: z.array(citationSchema),
      handling: z.array(
        z.object({
          anchor: z.string(),
          text: z.string(),
          hosts: z.array(z.string()),
          joined: z.array(z.string()),
          more: z.boolean(),
        }),
      ),
      fingerprints: z.base64(),
      findings: z.array(
        z.object({
          path: z.string(),
          line: count,
          column: count,
          level: z.literal(['error', 'warning']),
          rule: z.enum(ruleCodes),
          text: z.string(),
          fix: z
            .array(z.object({ at: z.int().nonnegative(), length: z.int().nonnegative(), text: z.string() }))
            .readonly()
            .exactOptional(),
        }),
      ),
      identity: letterIdentitySchema,
      recorded: z.array(z.string()),
      original: z.string(),
      comparable: z.boolean(),
      files: z.record(z.string(), z.string().nullable()),
    }),
  ) satisfies z.ZodType<LetterFacts[]>,
  files: z.array(z.object({ path, key: z.string(), sha256: sha, bytes: count })) satisfies z.ZodType<
    EditionFile[]
  >,
  /** Where the records of its letters are in its file of records. */
  records: z.array(z.tuple([z.string(), count, count]).readonly()).readonly() satisfies z.ZodType<
    WrittenRecords['parts']
  >,
});
export type PartRecord = z.infer<typeof partSchema>;

function isName(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && !text.includes('\0');
}

/** Writes what a part is, with the hash of that before it. */
export async function writePartRecord(folder: string, record: PartRecord): Promise<void> {
  const text = JSON.stringify(record);
  await writeFile(join(folder, partRecordName), `${sha256(text)}\n${text}`);
}

/**
 * Reads what a part is.
 *
 * @throws Error in Chinese when the folder is no part, or it was damaged on its way.
 */
export async function readPartRecord(folder: string): Promise<PartRecord> {
  const text = await readFile(join(folder, partRecordName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new Error(`${folder} 里没有 ${partRecordName}，不是 dafu build --shard 写成的一份。请检查路径。`);
  const end = text.indexOf('\n');
  const contents = text.slice(end + 1);
  if (sha256(contents) !== text.slice(0, Math.max(end, 0)))
    throw new Error(`${join(folder, partRecordName)} 在传送中损坏。请重新取得这一份，或重新构建它。`);
  const read = partSchema.safeParse(JSON.parse(contents));
  if (!read.success)
    throw new Error(`${join(folder, partRecordName)} 不是本程序写成的，没有使用。请重新构建这一份。`);
  return read.data;
}
