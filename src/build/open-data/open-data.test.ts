import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLetterRecord } from '../../data/open-data/letter-record.ts';
import { noFacts } from '../letters/letter-facts.fixture.ts';
import { takeSnapshot, type ContentSnapshot } from '../content-snapshot.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { PlacedFile } from '../edition/edition-file.ts';
import { EditionFolder } from '../edition/edition-folder.ts';
import { packRecord } from './record-file.ts';
import { openRecordIndex } from './record-index.ts';
import { openRecords } from './records-writer.ts';
import { rowWriter, writeOpenData } from './open-data.ts';

let folder: string;
let out: string;
let placed: Map<string, PlacedFile>;
/** Of the tables that the last build wrote. */
let keys: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-open-data-'));
  out = join(folder, 'dist');
  placed = new Map();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const site = {
  name: '虚构档案',
  description: '虚构的答复。',
  owner: '虚构档案室',
  licence: { name: '虚构内容' },
  outcomes: {},
  sessions: [],
  synonyms: [],
  footer: [],
};

/** An archive of invented letters: their texts by id. */
function archive(texts: Record<string, string>): Promise<ContentSnapshot> {
  const letters = Object.entries(texts).map(([id, text]) => ({
    ...noFacts,
    name: `${id}.md`,
    id,
    sha256: sha256(text),
    frontmatter: { title: `${id}（虚构）`, issuer: '虚构局' },
  }));
  return takeSnapshot({
    content: folder,
    base: '/',
    site,
    letters,
    broken: new Set(),
    day: '2030-01-01',
    measures: {},
    pages: [],
    history: { byFile: new Map() },
  });
}

/** Builds the open data of an edition. @returns The ids of the letters whose records had to be made. */
async function build(texts: Record<string, string>, program = ''): Promise<string[]> {
  mkdirSync(join(folder, 'new'));
  const edition = new EditionFolder(join(folder, 'new'), {
    placed,
    stages: new Map(),
    checked: true,
    locate: (path) => join(out, path),
  });
  const snapshot = await archive(texts);
  const index = await openRecordIndex(folder, out);
  const records = openRecords(edition, index.sources(edition), { program, url: undefined });
  const made = new Map<string, Uint8Array>();
  for (const letter of snapshot.letters) {
    if (records.has(letter)) continue;
    const { id, data: frontmatter } = letter;
    const body = texts[id] ?? '';
    const source = {
      id,
      frontmatter,
      body,
      commitments: [],
      citations: [],
      file: Buffer.from(body),
      original: undefined,
    };
    made.set(id, packRecord(makeLetterRecord(source, undefined)));
  }
  const written = records.write(snapshot.letters, made);
  writeOpenData(edition, snapshot, { records: written.file, rowOf: rowWriter(undefined), program });
  keys = ['replies', 'commitments', 'policies'].map((name) => edition.get(`data/${name}.csv`).key);
  rmSync(out, { recursive: true, force: true });
  renameSync(edition.path, out);
  placed = new Map(edition.placedIn(out).map((file) => [file.path, file]));
  await index.keep(written);
  return [...made.keys()].sort();
}

const data = (name: string) => readFileSync(join(out, 'data', name));
const lines = () =>
  gunzipSync(data('replies.jsonl.gz'))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; body: string });

test('an empty archive has data files that programs can read', async () => {
  await build({});
  expect(data('replies.jsonl.gz')).toHaveLength(0);
  expect(data('replies.csv').toString().split('\r\n')).toHaveLength(2);
});

test('another version of the program writes the tables anew', async () => {
  await build({ '2020/a': '第一件' });
  const first = keys;
  await build({ '2020/a': '第一件' });
  expect(keys).toEqual(first);
  await build({ '2020/a': '第一件' }, 'another');
  expect(new Set([...first, ...keys]).size).toBe(6);
});

test('letters are ordered by id and have their text, in whatever order they were read', async () => {
  await build({ '2020/b': '第二件', '2020/a': '第一件' });
  expect(lines().map(({ id, body }) => [id, body])).toEqual([
    ['2020/a', '第一件\n'],
    ['2020/b', '第二件\n'],
  ]);
});

test('the Data Package states size and hash of every file', async () => {
  await build({ '2020/a': '第一件' });
  const described = JSON.parse(data('datapackage.json').toString()) as {
    letters: number;
    resources: { path: string; bytes: number; hash: string }[];
  };
  expect(described.letters).toBe(1);
  expect(described.resources).toHaveLength(11);
  for (const { path, bytes, hash } of described.resources) {
    expect(data(path), path).toHaveLength(bytes);
    expect(hash, path).toBe(`sha256:${sha256(data(path))}`);
  }
});

test('only the records of new and changed letters are made; the file is that of a first build', async () => {
  const before = { '2020/a': '一', '2020/b': '二', '2020/c': '三', '2021/a': '四' };
  const after = { '2020/a': '一', '2020/aa': '新', '2020/c': '三，改过', '2021/a': '四' };
  expect(await build(before)).toHaveLength(4);
  expect(await build(before)).toEqual([]);
  expect(await build(after)).toEqual(['2020/aa', '2020/c']);
  const updated = data('replies.jsonl.gz');
  rmSync(out, { recursive: true });
  rmSync(join(folder, 'records'), { recursive: true });
  placed = new Map();
  expect(await build(after)).toHaveLength(4);
  expect(data('replies.jsonl.gz')).toEqual(updated);
  expect(lines().map(({ id }) => id)).toEqual(['2020/a', '2020/aa', '2020/c', '2021/a']);
});

test('an index of records that does not belong to the file in place is not used', async () => {
  await build({ '2020/a': '一' });
  rmSync(join(out, 'data/replies.jsonl.gz'));
  expect(existsSync(join(folder, 'records'))).toBe(true);
  expect(await build({ '2020/a': '一' })).toEqual(['2020/a']);
});
