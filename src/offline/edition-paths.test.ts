import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedFiles, writeEdition } from './edition.fixture.ts';
import { readEditionPaths } from './edition-paths.ts';
import { writeArchive } from './writing/write-archive.ts';

let folder: string;
let edition: string;
let zip: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-edition-paths-'));
  edition = writeEdition(join(folder, 'dist'));
  ({ zip } = await writeArchive({ edition, out: join(folder, 'out'), key: undefined }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const expected = () => [...inventedFiles().keys(), 'dafu-build.json'].sort();
const paths = async (path: string) => [...(await readEditionPaths(path, String))].sort();

test('the files of an edition are those of its manifest, its folder and its zip', async () => {
  expect(await paths(join(edition, 'manifest-sha256.txt'))).toEqual(expected());
  expect(await paths(edition)).toEqual(expected());
  expect(await paths(zip)).toEqual(expect.arrayContaining(expected()));
});

test('what is no edition is refused by name', async () => {
  const page = join(folder, 'page.txt');
  writeFileSync(page, '<!doctype html>\n<title>404</title>\n');
  await expect(paths(page)).rejects.toThrow('清单中有读不懂的一行：<!doctype html>');
  await expect(paths(join(folder, 'nothing'))).rejects.toThrow('没有 ');
  cpSync(edition, join(folder, 'bare'), { recursive: true });
  rmSync(join(folder, 'bare/manifest-sha256.txt'));
  await expect(paths(join(folder, 'bare'))).rejects.toThrow('没有清单 manifest-sha256.txt');
});
