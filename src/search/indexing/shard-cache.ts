import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary, removeAbandoned, temporaryName } from '../../storage/temporary-name.ts';
import type { IndexFile } from './shard-files.ts';

/*
 * A cache of indexed shards, one file each: a line that lists its contents, with a hash of them and of the shard's
 * name, then the contents one after another. A truncated or damaged file is not used.
 */

interface PackHead {
  sha256: string;
  files: [path: string, length: number][];
}

/** Shards kept at least, of any edition. */
const minKept = 48;

/** Name of a shard in the cache. It depends on the code too: other code makes other files of the same letters. */
export async function cacheKey(folder: string): Promise<string> {
  recipe ??= hashRecipe();
  return `${folder}-${await recipe}`;
}

let recipe: Promise<string> | undefined;

const src = new URL('../../', import.meta.url);
const sources = [
  'search/text',
  'search/query',
  'search/form',
  'search/indexing',
  'markdown',
  'data',
  'reply',
];

/** Hashes all code that determines the files, and the versions of the libraries. */
async function hashRecipe(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(new URL('../../../package-lock.json', import.meta.url)));
  for (const folder of sources) {
    const there = new URL(`${folder}/`, src);
    const names = (await readdir(there, { recursive: true }))
      .filter((name) => /(?<!\.test|\.fixture)\.ts$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(await readFile(new URL(name, there)));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Caches a shard, atomically.
 *
 * @param folder The cache; created when missing.
 */
export async function storeShard(folder: string, key: string, files: readonly IndexFile[]): Promise<void> {
  const contents = files.map((file) => Buffer.from(file.contents));
  const body = Buffer.concat(contents);
  const list = files.map(({ path }, index): PackHead['files'][number] => [
    path,
    contents[index]?.length ?? 0,
  ]);
  const head: PackHead = { sha256: packHash(key, list, body), files: list };
  await mkdir(folder, { recursive: true });
  const aside = temporaryName(join(folder, key));
  try {
    await writeFile(aside, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
    await rename(aside, join(folder, key));
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * Loads the files of a cached shard.
 *
 * @returns undefined if it is not cached.
 */
export async function loadShard(folder: string, key: string): Promise<IndexFile[] | 'damaged' | undefined> {
  const pack = await readFile(join(folder, key)).catch((error: unknown) =>
    (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged',
  );
  if (pack === undefined || pack === 'damaged') return pack;
  const line = pack.indexOf('\n');
  const head = readHead(pack.toString('utf8', 0, Math.max(0, line)));
  const body = pack.subarray(line + 1);
  if (head?.sha256 !== packHash(key, head?.files, body)) return 'damaged';
  // Shards that no build has used for longest are pruned first.
  const now = new Date();
  await utimes(join(folder, key), now, now).catch(() => undefined);
  let at = 0;
  return head.files.map(([path, length]) => ({ path, contents: body.toString('utf8', at, (at += length)) }));
}

function packHash(key: string, files: PackHead['files'] | undefined, body: Buffer): string {
  return createHash('sha256')
    .update(JSON.stringify([key, files ?? []]))
    .update(body)
    .digest('hex');
}

function readHead(line: string): PackHead | undefined {
  try {
    return JSON.parse(line) as PackHead;
  } catch {
    return undefined;
  }
}

/**
 * Bounds the cache by removing the least recently used shards.
 *
 * @param used Names of the edition's shards, which are kept whatever the clock says.
 */
export async function pruneShards(folder: string, used: readonly string[]): Promise<void> {
  await removeAbandoned(folder);
  const names = await readdir(folder).catch((): string[] => []);
  const unused = names.filter((name) => !used.includes(name) && !isTemporary(name));
  const dated = await Promise.all(
    unused.map(async (name) => ({
      name,
      // Another build may have removed it.
      time: await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  dated.sort((a, b) => b.time - a.time);
  const room = Math.max(minKept - used.length, used.length);
  for (const { name } of dated.slice(room)) await rm(join(folder, name), { recursive: true, force: true });
}
