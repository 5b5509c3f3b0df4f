import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import { writeQuickFind } from '../quick-find/index-writer.ts';
import { letterRecord } from '../quick-find/letter-record.ts';
import { pageRecord } from '../quick-find/page-record.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';

/**
 * Writes the quick find of an edition: all letters, and the pages about the archive that declare it.
 *
 * @param out The output folder, in which all pages have been rendered.
 */
export async function buildQuickFind(
  letters: readonly { id: string; frontmatter: Frontmatter; body: string }[],
  out: string,
): Promise<void> {
  const records = letters.map(letterRecord);
  for (const path of await pagesBesideLetters(out)) {
    const record = pageRecord(path, await readFile(join(out, path), 'utf8'));
    if (record) records.push(record);
  }
  await writeQuickFind(records, out);
}

/** Letters have records of their own; what was received is no page of the archive. */
const otherFolders = [address.reply(''), address.original('')].map((path) => path.split('/')[0]);

/** Paths of the pages about the archive. */
async function pagesBesideLetters(out: string): Promise<string[]> {
  const entries = (await readdir(out, { withFileTypes: true })).filter(
    ({ name }) => !otherFolders.includes(name),
  );
  const paths = await Promise.all(
    entries.map(async (entry) =>
      entry.isDirectory()
        ? (await readdir(join(out, entry.name), { recursive: true })).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    ),
  );
  return paths
    .flat()
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replaceAll('\\', '/'));
}
