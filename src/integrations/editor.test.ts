import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseManifest } from '../archive/manifest.ts';
import { buildEdition } from '../build/build.ts';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import { compileOnce } from './compiled-once.fixture.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache', 'tests', `editor-${process.pid}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-editor-'));
  copySmallContent(join(folder, 'content'));
});
afterAll(() => {
  for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
});

const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
async function build(): Promise<string[]> {
  const options = { content: join(folder, 'content'), out: join(folder, 'dist'), base: '/', cache };
  await buildEdition(options, compileOnce);
  return [...parseManifest(read('manifest-sha256.txt')).keys()].filter((path) => path.startsWith('admin/'));
}

test(
  'the editor is in an edition whose site.yml names a repository, and in no other',
  { timeout: 600_000 },
  async () => {
    const site = join(folder, 'content/site.yml');
    const before = readFileSync(site, 'utf8');
    appendFileSync(
      site,
      'url: https://example.org/\neditor:\n  host: github\n  repository: office/archive\n',
    );
    const files = await build();
    expect(files).toEqual(
      expect.arrayContaining(['admin/editor.js', 'admin/index.html', 'admin/licences.txt']) as string[],
    );
    expect(read('admin/index.html')).toContain('"repo":"office/archive"');
    // Nobody looks for it but who knows of it.
    expect(read('sitemap.xml')).not.toContain('admin');
    expect(await build()).toEqual(files);
    writeFileSync(site, before);
    expect(await build()).toEqual([]);
    expect(existsSync(join(folder, 'dist/admin'))).toBe(false);
  },
);
