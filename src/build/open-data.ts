import { createHash } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterFile } from '../content-files/letter-file.ts';
import {
  describeDataFiles,
  packageName,
  type DataFile,
  type DataFileName,
} from '../data/open-data/data-package.ts';
import { makeLetterRecord } from '../data/open-data/letter-record.ts';
import { writeTableHead, writeTableRow } from '../data/open-data/letter-table.ts';
import { readOriginal } from '../data/original/original-file.ts';
import { recordSchema } from '../data/open-data/record-schema.ts';
import { address } from '../archive/address.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Site } from '../reply/site.ts';

/**
 * Writes the whole archive as open data: every letter as JSON, as JSON Lines and as a line of CSV, ordered by
 * id; the schema of these records; and a Data Package that lists the files with size and SHA-256. Only one
 * letter is in memory at a time.
 *
 * @param folder Created if missing; files of these names are overwritten.
 * @param letters The published letters, in any order.
 */
export async function writeOpenData(
  folder: string,
  letters: readonly (LetterFile & { frontmatter: Frontmatter })[],
  site: Site,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const json = await openSink(folder, 'replies.json');
  const lines = await openSink(folder, 'replies.jsonl');
  const table = await openSink(folder, 'replies.csv');
  await table.write(writeTableHead());
  let before = '[\n';
  for (const { id, frontmatter, body, source } of letters.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const record = makeLetterRecord(
      { id, frontmatter, body, file: Buffer.from(source), original: await readOriginal(frontmatter) },
      site.url,
      address.dataFile('replies.json'),
    );
    const text = JSON.stringify(record);
    await json.write(before + text);
    await lines.write(`${text}\n`);
    await table.write(writeTableRow(record));
    before = ',\n';
  }
  await json.write(letters.length === 0 ? '[]\n' : '\n]\n');
  const schema = await openSink(folder, 'reply.schema.json');
  await schema.write(`${JSON.stringify(recordSchema, undefined, 1)}\n`);
  const files = [];
  for (const file of [json, lines, table, schema]) files.push(await file.close());
  const described = describeDataFiles(files, letters.length, site);
  await writeFile(join(folder, packageName), `${JSON.stringify(described, undefined, 1)}\n`);
}

interface Sink {
  write: (text: string) => Promise<void>;
  close: () => Promise<DataFile & { path: DataFileName }>;
}

/** Opens a file that is written piece by piece and gives its size and hash when closed. */
async function openSink(folder: string, path: DataFileName): Promise<Sink> {
  const file = await open(join(folder, path), 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (text) => {
      const piece = Buffer.from(text);
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    },
    close: async () => {
      await file.close();
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}
