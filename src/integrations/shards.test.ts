import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../build/build.ts';
import { sha256 } from '../storage/file-hash.ts';
import { buildPart } from '../build/shards/build-part.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import { compileOnce } from './compiled-once.fixture.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache', 'tests', `shards-${process.pid}`);
const patience = 300_000;

let folder: string;
let content: string;
/** The files of the edition that was built whole. */
let whole: Map<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-shards-'));
  content = join(folder, 'content');
  copySmallContent(content);
  const site = readFileSync(join(content, 'site.yml'), 'utf8');
  await writeCorpus(40, content, { force: true, demo: true });
  writeFileSync(join(content, 'site.yml'), site);
  const out = join(folder, 'whole');
  await buildEdition({ content, out, base: '/', cache }, compileOnce);
  whole = filesBelow(out);
  for (const number of [1, 2, 3])
    await buildPart({ content, out: place(number), base: '/', cache }, { number, count: 3 }, compileOnce);
}, patience);
afterAll(() => {
  for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
});

const place = (number: number) => join(folder, `part-${number}`);

/** Copies the parts, as if they came from other machines. */
function received(): string[] {
  return [3, 1, 2].map((number) => {
    const copy = join(folder, 'received', String(number));
    rmSync(copy, { recursive: true, force: true });
    cpSync(place(number), copy, { recursive: true });
    return copy;
  });
}

async function merge(parts: string[]): Promise<{ files: Map<string, string>; warnings: string[] }> {
  const warnings: string[] = [];
  const out = join(folder, 'merged');
  const onWarning = (text: string) => warnings.push(text);
  await buildEdition({ content, out, base: '/', cache, onWarning, parts }, compileOnce);
  return { files: filesBelow(out), warnings };
}

test(
  'parts that were built apart are joined into the edition that is built whole',
  async () => {
    const { files, warnings } = await merge(received());
    expect([...files.keys()]).toEqual([...whole.keys()]);
    for (const [path, contents] of files) expect(contents === whole.get(path), path).toBe(true);
    expect(warnings).toEqual([]);
  },
  patience,
);

test(
  'a file that was damaged on its way is made again, and that is said',
  async () => {
    const parts = received();
    const [damaged] = [...filesBelow(join(parts[0] ?? '', 'files')).keys()].filter((path) =>
      path.endsWith('.html'),
    );
    appendFileSync(join(parts[0] ?? '', 'files', damaged ?? ''), ' ');
    const { files, warnings } = await merge(parts);
    expect(files).toEqual(whole);
    expect(warnings).toHaveLength(1);
  },
  patience,
);

test('parts that do not make a whole are refused, with what is missing', async () => {
  const [third = '', first = '', second = ''] = received();
  await expect(merge([first, second])).rejects.toThrow('共 3 份，缺第 3 份');
  await expect(merge([first, second, first])).rejects.toThrow('都是第 1 份');
  await expect(merge([first, second, folder])).rejects.toThrow('没有 part.json');
  const record = join(third, 'part.json');
  writeFileSync(record, readFileSync(record, 'utf8').replace('虚构', '虚拟'));
  await expect(merge([first, second, third])).rejects.toThrow('在传送中损坏');
});

test('a part whose files lie outside of its folder is refused, however it is hashed', async () => {
  const [third = '', first = '', second = ''] = received();
  const file = join(third, 'part.json');
  const record = JSON.parse(readFileSync(file, 'utf8').slice(65)) as { files: { path: string }[] };
  for (const path of ['../outside.html', 'a/../../b.html', '/etc/passwd', 'a\\b', 'a//b', '']) {
    const text = JSON.stringify({ ...record, files: [{ ...record.files[0], path }] });
    writeFileSync(file, `${sha256(text)}\n${text}`);
    await expect(merge([first, second, third]), path).rejects.toThrow('不是本程序写成的');
  }
});

test(
  'parts of another content are refused',
  async () => {
    const parts = received();
    const site = join(content, 'site.yml');
    const before = readFileSync(site, 'utf8');
    writeFileSync(site, before.replace(/^name:.*$/m, 'name: 另一个虚构的档案'));
    await expect(merge(parts)).rejects.toThrow('构建时的内容与现在合并的不同');
    writeFileSync(site, before);
  },
  patience,
);
