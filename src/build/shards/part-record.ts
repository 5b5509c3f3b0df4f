import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionFile } from '../edition/edition-file.ts';
import type { LetterFacts } from '../letters/letter-facts.ts';
import type { WrittenRecords } from '../open-data/records-writer.ts';
import { sha256 } from '../digest.ts';
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

/** A part of an edition. */
export interface PartRecord {
  shard: ShardNumber;
  /** Digest of the program that made it. */
  program: string;
  /** Digest of all letters as the part saw them: parts of the same content have the same. */
  content: string;
  /** The facts of the letters that it has the files of. */
  letters: LetterFacts[];
  files: EditionFile[];
  /** Where the records of its letters are in its file of records. */
  records: WrittenRecords['parts'];
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
  return JSON.parse(contents) as PartRecord;
}
