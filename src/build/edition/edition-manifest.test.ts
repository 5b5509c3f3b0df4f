import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../storage/file-hash.ts';
import { EditionFolder, noFormerFiles } from './edition-folder.ts';
import { writeManifest } from './edition-manifest.ts';

let folder: string;
let edition: EditionFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-manifest-'));
  edition = new EditionFolder(folder, noFormerFiles);
  edition.write('replies/2020/a.html', '', '甲');
  edition.write('archive.html', '', '乙');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('every file except the manifest and its script is listed with its hash, the same each time', () => {
  const hash = writeManifest(edition);
  const manifest = read('manifest-sha256.txt');
  expect(manifest).toBe(`${sha256('乙')}  archive.html\n${sha256('甲')}  replies/2020/a.html\n`);
  expect(hash).toBe(sha256(manifest));
  expect(writeManifest(edition)).toBe(hash);
});

test('the script passes on the exact text of the manifest', () => {
  writeManifest(edition);
  const handed: unknown[] = [];
  runInNewContext(read('manifest-sha256.js'), {
    __dafu: (...values: unknown[]) => {
      handed.push(...values);
    },
  });
  expect(handed).toEqual(['manifest-sha256', read('manifest-sha256.txt')]);
});
