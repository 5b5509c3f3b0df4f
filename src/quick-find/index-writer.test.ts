import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventLetters } from '../corpus/corpus.ts';
import { readPagefindRuntime, writeQuickFind } from './index-writer.ts';
import { letterRecord } from './letter-record.ts';

const count = 60;
const records = [...inventLetters(count)].map((letter) =>
  letterRecord({ ...letter, id: `${letter.year}/${letter.id}` }),
);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-quick-find-'));
  await writeQuickFind(records, join(folder, 'one'));
  await writeQuickFind(records.toReversed(), join(folder, 'other'));
});

afterAll(() => rm(folder, { recursive: true }));

/** All files of a folder, by path. */
async function contents(of: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (path) => [path.slice(of.length + 1), await readFile(path)] as const),
    ),
  );
}

test('the same letters give the same bytes, in whatever order', async () => {
  const one = await contents(join(folder, 'one'));
  expect(one.size).toBeGreaterThan(0);
  expect(await contents(join(folder, 'other'))).toEqual(one);
});

test('the index is whole and without the interfaces that nobody loads, in few files', async () => {
  const files = [...(await contents(join(folder, 'one', 'pagefind'))).keys()];
  const kinds = files.map((path) => path.replace(/\/.*\.|\..*\./u, '*.'));
  expect([...new Set(kinds)].sort()).toEqual([
    'filter*.pf_filter',
    'fragment*.pf_fragment',
    'index*.pf_index',
    'pagefind*.pf_meta',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'wasm*.pagefind',
  ]);
  expect(files.filter((path) => path.startsWith('fragment/')).length).toBeLessThanOrEqual(
    Math.ceil(count / 25),
  );
});

test('each file that the quick find loads is also a script with the same bytes', async () => {
  const stock = await contents(join(folder, 'one', 'pagefind'));
  const scripts = await contents(join(folder, 'one', 'quick-find'));
  const loaded = [...stock.keys()].filter((path) => !/^filter|\.js$/u.test(path));
  expect([...scripts.keys()]).toEqual(loaded.map((path) => `${path}.js`).sort());
  for (const path of loaded) {
    const handed: unknown[] = [];
    runInNewContext(scripts.get(`${path}.js`)?.toString('utf8') ?? '', {
      __dafu: (...values: unknown[]) => handed.push(...values),
    });
    expect(handed).toEqual([path, stock.get(path)?.toString('base64')]);
  }
});

test('the runtime is that of the index', async () => {
  expect(await readFile(join(folder, 'one/pagefind/pagefind.js'), 'utf8')).toBe(await readPagefindRuntime());
});
