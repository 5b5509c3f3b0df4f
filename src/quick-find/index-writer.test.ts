import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { inventLetters } from '../corpus/corpus.ts';
import { makeQuickFind, readPagefindRuntime } from './index-writer.ts';
import { letterRecord } from './letter-record.ts';

const count = 60;
const records = [...inventLetters(count)].map((letter) =>
  letterRecord({ ...letter, id: `${letter.year}/${letter.id}`, headings: ['一、关于虚构'] }),
);
let files = new Map<string, Buffer>();

/** The files of an index, by path. */
async function make(of: typeof records): Promise<Map<string, Buffer>> {
  const made = await makeQuickFind(of);
  return new Map(made.map(({ path, contents }) => [path, Buffer.from(contents)]));
}

beforeAll(async () => {
  files = await make(records);
});

/** The files below a folder of the index. */
function below(name: string): Map<string, Buffer> {
  const inside = [...files].filter(([path]) => path.startsWith(`${name}/`));
  return new Map(inside.map(([path, contents]) => [path.slice(name.length + 1), contents]));
}

test('the same letters give the same bytes, in whatever order', async () => {
  expect(files.size).toBeGreaterThan(0);
  expect(await make(records.toReversed())).toEqual(files);
});

test('the index is whole and without the interfaces that nobody loads, in few files', () => {
  const paths = [...below('pagefind').keys()];
  const kinds = paths.map((path) => path.replace(/\/.*\.|\..*\./u, '*.'));
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
  expect(paths.filter((path) => path.startsWith('fragment/')).length).toBeLessThanOrEqual(
    Math.ceil(count / 25),
  );
});

test('each file that the quick find loads is also a script with the same bytes', () => {
  const stock = below('pagefind');
  const scripts = below('quick-find');
  const loaded = [...stock.keys()].filter((path) => !/^filter|\.js$/u.test(path));
  expect([...scripts.keys()].sort()).toEqual(loaded.map((path) => `${path}.js`).sort());
  for (const path of loaded) {
    const handed: unknown[] = [];
    runInNewContext(scripts.get(`${path}.js`)?.toString('utf8') ?? '', {
      __dafu: (...values: unknown[]) => handed.push(...values),
    });
    expect(handed).toEqual([path, stock.get(path)?.toString('base64')]);
  }
});

test('the runtime is that of the index', async () => {
  expect(files.get('pagefind/pagefind.js')?.toString()).toBe(await readPagefindRuntime());
});
