import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../build/build.ts';
import { sha256 } from '../storage/file-hash.ts';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import { compileOnce } from './compiled-once.fixture.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache', 'tests', `withdrawal-${process.pid}`);
const id = '2019/npc-16-2-77';
/** Occurs in every part of the letter and nowhere else. */
const secret = '暗号绝不应当留下';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-withdrawal-'));
  copySmallContent(join(folder, 'content'));
});
afterAll(() => {
  for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
}

async function build(): Promise<void> {
  const options = { content: join(folder, 'content'), out: join(folder, 'dist'), base: '/', cache };
  await buildEdition(options, compileOnce);
}

/** The paths of the files that have the secret, in plain text or in gzip. */
function naming(below: string): string[] {
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).includes(secret);
    })
    .map((file) => file.slice(below.length + 1).replaceAll('\\', '/'));
}

test('what was built from a letter is gone from edition and cache when it is withdrawn', async () => {
  const original = `${secret}的收文`;
  const body = `## 一、${secret}\n\n我局将于2031年底前建成${secret}工程。依据《虚构市${secret}管理办法》（虚政发〔2019〕1号）办理。\n`;
  const head = `title: 答复（虚构）\nissuer: 虚构局\nissuedOn: 2019-05-06\n`;
  write(
    `replies/${id}.md`,
    `---\n${head}proposal:\n  title: ${secret}的建议\nsource:\n  file: ${id}/received.txt\n  sha256: ${sha256(original)}\n---\n\n${body}`,
  );
  write(`originals/${id}/received.txt`, original);
  write(
    `follow-up/${id}.yml`,
    `records:\n  - sentence: 建成${secret}工程\n    state: 进行中\n    on: 2020-01-02\n`,
  );
  await build();
  const before = naming(join(folder, 'dist'));
  for (const path of [
    'data/replies.jsonl.gz',
    'feed.xml',
    `originals/${id}/received.txt`,
    `replies/${id}.md`,
  ])
    expect(before).toContain(path);
  expect(naming(cache)).not.toEqual([]);

  write(`replies/${id}.md`, `---\n${head}withdrawn:\n  on: 2021-01-02\n  reason: 虚构的原因\n---\n`);
  for (const left of [`originals/${id}`, `follow-up/${id}.yml`])
    rmSync(join(folder, 'content', left), { recursive: true });
  await build();
  expect(naming(join(folder, 'dist'))).toEqual([]);
  expect(naming(cache)).toEqual([]);
  expect(readFileSync(join(folder, 'dist', `replies/${id}.html`), 'utf8')).toContain('虚构的原因');
  expect(readdirSync(join(folder, 'dist', 'replies/2019')).sort()).not.toContain(`${id.slice(5)}.md`);
}, 240_000);
