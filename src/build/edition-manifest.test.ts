import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillArchivePage } from './archive-page.ts';
import { writeManifest } from './edition-manifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-manifest-'));
  mkdirSync(join(folder, 'replies/2020'), { recursive: true });
  writeFileSync(join(folder, 'replies/2020/a.html'), '甲');
  writeFileSync(
    join(folder, 'archive.html'),
    '<dd data-fact="files">?</dd><dd data-fact="size">?</dd><dd data-fact="commit">?</dd>',
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('every file except the manifest and its script is listed with its hash, the same each time', async () => {
  const hash = await writeManifest(folder);
  const manifest = read('manifest-sha256.txt');
  expect(manifest).toBe(
    `${sha256(read('archive.html'))}  archive.html\n${sha256('甲')}  replies/2020/a.html\n`,
  );
  expect(hash).toBe(sha256(manifest));
  expect(await writeManifest(folder)).toBe(hash);
});

test('the script passes on the exact text of the manifest', async () => {
  await writeManifest(folder);
  const handed: unknown[] = [];
  runInNewContext(read('manifest-sha256.js'), {
    __dafu: (...values: unknown[]) => {
      handed.push(...values);
    },
  });
  expect(handed).toEqual(['manifest-sha256', read('manifest-sha256.txt')]);
});

test('the archive’s page states number and size of the files, and the commit', async () => {
  await fillArchivePage(folder, { commit: null });
  expect(read('archive.html')).toMatch(
    /<dd data-fact="files">4 个<\/dd><dd data-fact="size">约 \d+ 字节<\/dd><dd data-fact="commit">未记录/,
  );
});
