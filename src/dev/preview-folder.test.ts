import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPreviewFolder } from './preview-folder.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'dafu-preview-'));
});
afterEach(() => {
  rmSync(cache, { recursive: true, force: true });
});

/** A content folder whose preview was built. @returns The name of the preview's folder. */
async function previewOf(name: string): Promise<string> {
  const content = join(cache, name);
  mkdirSync(content);
  const edition = await openPreviewFolder(cache, content);
  mkdirSync(edition);
  writeFileSync(join(edition, 'index.html'), name);
  return basename(edition);
}
const previews = () => readdirSync(join(cache, 'dev')).sort();

test('a content folder keeps the folder of its preview', async () => {
  const name = await previewOf('甲');
  expect(await openPreviewFolder(cache, join(cache, '甲'))).toBe(join(cache, 'dev', name));
  expect(previews()).toEqual([name, `${name}.content`]);
});

test('previews of content folders that are gone are removed, and no others', async () => {
  const kept = await previewOf('甲');
  await previewOf('乙');
  // One of a version that left no note.
  mkdirSync(join(cache, 'dev', '0'.repeat(32)));
  mkdirSync(join(cache, 'dev', 'unfinished.partial-1-2'));
  rmSync(join(cache, '乙'), { recursive: true });
  // One whose edition was removed by hand.
  writeFileSync(join(cache, 'dev', `${'1'.repeat(32)}.content`), join(cache, '丁'));
  const last = await previewOf('丙');
  expect(previews()).toEqual(
    [kept, `${kept}.content`, last, `${last}.content`, 'unfinished.partial-1-2'].sort(),
  );
});
