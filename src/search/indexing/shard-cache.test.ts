import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSearch } from './index-builder.ts';
import { storeShard, loadShard, pruneShards } from './shard-cache.ts';
import { temporaryName } from '../../storage/temporary-name.ts';
import { sketchedLetters } from '../letters.fixture.ts';

let folder: string;
const cache = () => join(folder, 'cache');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Builds and reads all files, by path. */
async function build(
  name: string,
  letters = sketchedLetters,
  onDamage?: () => void,
): Promise<Record<string, string>> {
  const out = join(folder, name);
  await buildSearch(letters, out, {
    shardSize: 4,
    cache: cache(),
    ...(onDamage && { onDamage }),
  });
  const files: Record<string, string> = {};
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[path.slice(out.length)] = await readFile(path, 'utf8');
    }
  return files;
}

test('a build with cached shards gives the same bytes; a damaged shard is indexed again', async () => {
  const first = await build('first');
  const kept = (await readdir(cache())).sort();
  expect(kept.length).toBeGreaterThan(1);
  const [whole = '', cut = ''] = kept;
  // A shard that is taken from the cache is not written to it again.
  const before = await readFile(join(cache(), whole));
  await truncate(join(cache(), cut), 2000);
  const damages: string[] = [];
  expect(await build('second', sketchedLetters, () => damages.push('damaged'))).toEqual(first);
  expect(damages).toHaveLength(1);
  expect((await readdir(cache())).sort()).toEqual(kept);
  expect((await readFile(join(cache(), cut))).length).toBeGreaterThan(2000);
  expect((await readFile(join(cache(), whole))).equals(before)).toBe(true);
}, 120_000);

test('an edited letter does not affect other shards', async () => {
  await build('first');
  const kept = await readdir(cache());
  const edited = sketchedLetters.map((letter, index) =>
    index === 0 ? { ...letter, body: `${letter.body}\n\n补充一段。` } : letter,
  );
  const files = await build('edited', edited);
  const added = (await readdir(cache())).filter((name) => !kept.includes(name));
  expect(added).toHaveLength(1);
  await rm(cache(), { recursive: true });
  expect(await build('afresh', edited)).toEqual(files);
}, 120_000);

test('a cached shard is loaded unchanged, or not at all if a single bit differs', async () => {
  const files = [
    { path: 'abc/head.js', contents: '__dafu("abc/head","虚构")\n' },
    { path: 'abc/t0.js', contents: '' },
  ];
  await storeShard(cache(), 'abc', files);
  expect(await loadShard(cache(), 'abc')).toEqual(files);
  const pack = await readFile(join(cache(), 'abc'));
  for (const at of pack.keys()) {
    const damaged = Buffer.from(pack);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    await writeFile(join(cache(), 'abc'), damaged);
    expect(await loadShard(cache(), 'abc'), `byte ${at}`).toBe('damaged');
  }
  await writeFile(join(cache(), 'swapped'), pack);
  expect(await loadShard(cache(), 'swapped')).toBe('damaged');
  await mkdir(join(cache(), 'folder'));
  expect(await loadShard(cache(), 'folder')).toBe('damaged');
  expect(await loadShard(cache(), 'other')).toBeUndefined();
});

test('the cache keeps a bounded number of shards', async () => {
  for (let index = 0; index < 60; index += 1) await storeShard(cache(), `shard-${index}`, []);
  // A clock that was set back makes a shard in use look oldest.
  await utimes(join(cache(), 'shard-7'), new Date('1980'), new Date('1980'));
  await writeFile(join(cache(), temporaryName('shard-90')), 'another build is writing it');
  await writeFile(join(cache(), temporaryName('shard-91').replace(/\d+-\d+/, `${2 ** 22 + 1}-5`)), 'killed');
  await pruneShards(cache(), ['shard-7']);
  const names = await readdir(cache());
  expect(names).toHaveLength(49);
  expect(names).toContain('shard-7');
  expect(names.filter((name) => name.includes('partial'))).toEqual([expect.stringMatching(/^shard-90/)]);
});
