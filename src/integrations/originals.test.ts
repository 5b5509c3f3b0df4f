import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyOriginals } from './originals.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Publishes a letter (虚构) with an annex, of which `why` was taken out; gives the files that are public. */
async function publish(why: string): Promise<{ names: string[]; log: string }> {
  const decoded = '何知远委员：\n联系人：王五 13800138000\n';
  const at = decoded.indexOf('联系人');
  const length = decoded.length - 1 - at;
  const log = { decoded, edits: [], dropped: [{ at, length, why }], messages: [{ text: '请核对王五' }] };
  const original = join(folder, 'content/originals/2020/a');
  await mkdir(original, { recursive: true });
  await writeFile(join(original, 'a.txt'), decoded);
  await writeFile(join(original, 'annex.pdf'), '%PDF-1.7');
  await writeFile(join(original, 'edits.json'), JSON.stringify(log));
  await copyOriginals(join(folder, 'content'), ['2020/a/a.txt'], join(folder, 'out'));
  const out = join(folder, 'out/originals/2020/a');
  return { names: (await readdir(out)).sort(), log: await readFile(join(out, 'edits.json'), 'utf8') };
}

test('the original is published with all that lies beside it', async () => {
  expect((await publish('label')).names).toEqual(['a.txt', 'annex.pdf', 'edits.json']);
});

test('a received web page is published as text, to the bit the same', async () => {
  const original = join(folder, 'content/originals/2020/a');
  await mkdir(original, { recursive: true });
  const page = '<!doctype html><title>虚构</title><script>alert(1)</script>';
  await writeFile(join(original, 'a.HTML'), page);
  await writeFile(join(original, 'seal.svg'), '<svg onload="alert(1)"/>');
  await copyOriginals(join(folder, 'content'), ['2020/a/a.HTML'], join(folder, 'out'));
  const out = join(folder, 'out/originals/2020/a');
  expect((await readdir(out)).sort()).toEqual(['a.HTML.txt', 'seal.svg.txt']);
  expect(await readFile(join(out, 'a.HTML.txt'), 'utf8')).toBe(page);
});

test('of a letter with private text only the record is published, blotted out', async () => {
  const { names, log } = await publish('private');
  expect(names).toEqual(['edits.json']);
  expect(log).not.toMatch(/王五|138/);
  expect(JSON.parse(log)).toMatchObject({ withheld: true, dropped: [{ why: 'private' }] });
});
