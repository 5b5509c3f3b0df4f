import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterDate } from './catalogue-writer.ts';
import { indexForm, type ShardEntry } from './edition-index.ts';
import type { IndexedLetter } from './indexed-letter.ts';
import { indexShard } from './shard.ts';

/** One shard to be written: plain data, for a process of its own. */
export interface ShardTask {
  /** Folder `search/` of the edition. */
  out: string;
  /** From new to old. */
  letters: IndexedLetter[];
  /** Places of tokens in a chunk of the index, about. */
  chunkSize: number;
}

/** What was written. */
export interface WrittenShard {
  entry: ShardEntry;
  files: number;
  bytes: number;
}

/** Indexes one shard into its folder below `search/`. The folder appears when it is complete. */
export async function writeShard({ out, letters, chunkSize }: ShardTask): Promise<WrittenShard> {
  const folder = shardFolder(letters, chunkSize);
  const aside = join(out, `${folder}.partial`);
  const scratch = join(out, `${folder}.pagefind`);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  let files = 0;
  let bytes = 0;
  for await (const { path, contents } of indexShard(folder, letters, { folder: scratch, chunkSize })) {
    await writeFile(join(aside, path.slice(folder.length + 1)), contents);
    files += 1;
    bytes += contents.length;
  }
  await rm(scratch, { recursive: true, force: true });
  await rename(aside, join(out, folder));
  const dates = letters.map(letterDate).filter((date) => date !== '');
  return {
    entry: { folder, letters: letters.length, from: dates.at(-1) ?? '', to: dates[0] ?? '' },
    files,
    bytes,
  };
}

/** Name of a shard's folder: the same for the same letters in the same form of the index. */
function shardFolder(letters: readonly IndexedLetter[], chunkSize: number): string {
  const hash = createHash('sha256').update(`${indexForm} ${chunkSize}`);
  for (const { id, frontmatter, body } of letters) hash.update(JSON.stringify([id, frontmatter, body]));
  return hash.digest('hex').slice(0, 12);
}
