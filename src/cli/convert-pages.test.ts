import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ConversionRecord } from '../record/record.ts';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { useBatch } from './batch/batch-test.fixture.ts';

const t = useBatch();
const sheet = join(import.meta.dirname, '../convert/fixtures/scan-png-150/input.png');

/** Cuts an invented letter in the middle of a paragraph: a PNG at 150 dpi and a JPEG at 200. */
async function twoPages(): Promise<string[]> {
  const [first, second] = ['扫描 1.png', '扫描 2.jpeg'].map((name) => join(t.state.folder, name));
  const { width, height } = await sharp(sheet).metadata();
  const cut = 754;
  const upper = sharp(sheet).extract({ left: 0, top: 0, width, height: cut });
  await upper
    .withMetadata({ density: 150 })
    .png()
    .toFile(first ?? '');
  const lower = await sharp(sheet)
    .extract({ left: 0, top: cut, width, height: height - cut })
    .toBuffer();
  const scaled = sharp(lower).resize(Math.round((width * 200) / 150));
  await scaled
    .withMetadata({ density: 200 })
    .jpeg()
    .toFile(second ?? '');
  return [first ?? '', second ?? ''];
}

test('several images are the pages of one letter, all kept, and the record says where each begins', async () => {
  const pages = await twoPages();
  const { code, out } = await t.convert(pages, { pages: true });
  expect(code).toBe(0);
  expect(out).toContain('第1页：扫描 1.png，从第1行起');
  const files = filesBelow(t.content());
  const letters = [...files.keys()].filter((name) => name.startsWith('replies/'));
  expect(letters).toHaveLength(1);
  // The paragraph that both pages share is one.
  expect(readFileSync(join(t.content(), letters[0] ?? ''), 'utf8')).toMatch(
    /186所建有图书室，占87\.7%，生均藏书23册/u,
  );
  const folder = (letters[0] ?? '').replace('replies', 'originals').replace('.md', '');
  const record = JSON.parse(
    readFileSync(join(t.content(), folder, 'edits.json'), 'utf8'),
  ) as ConversionRecord;
  expect(record.pages).toEqual([
    { number: 1, at: 0 },
    { name: '扫描 2.jpeg', number: 1, at: record.decoded.indexOf('87.7') },
  ]);
  const kept = [
    [record.file, record.sha256],
    ...(record.attachments ?? []).map((one) => [one.name, one.sha256]),
  ];
  expect(kept).toEqual(
    pages.map((path) => [
      path.slice(t.state.folder.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
  for (const [name = ''] of kept) expect([...files.keys()]).toContain(`${folder}/${name}`);
}, 60_000);

test('what is no image is refused as a page, by its name, and nothing is written', async () => {
  const pdf = join(t.state.folder, 'b.pdf');
  writeFileSync(pdf, '%PDF-1.7\n');
  const { code, err } = await t.convert([sheet, pdf], { pages: true });
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/input\.png:1:1 {2}错误 {2}page-file .*第 2 个文件 b\.pdf 是 PDF/u),
  ]);
  const absent = await t.convert([sheet, 'absent.png'], { pages: true });
  expect(absent.err).toMatch(/unreadable {2}--pages absent\.png：没有这个文件/u);
  expect([...filesBelow(t.content()).keys()]).toEqual(['site.yml']);
});

test('a table lists the pages of letters; these are no letters of their own', async () => {
  const [first, second, whole] = ['a1.png', 'a2.png', 'b.txt'].map((name) => t.put(name, 'x'));
  const files = [first ?? '', second ?? '', whole ?? ''];
  const values = t.put('values.csv', 'file,各页\na1.png,a2.png;a3.png\n');
  const { err } = await t.convert(files, { values });
  const reported = err
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(`${t.state.folder}/`, ''));
  expect(reported).toEqual([
    expect.stringMatching(/^a1\.png:1:1 .*--pages a3\.png：没有这个文件/u),
    expect.stringMatching(/^b\.txt:1:1 /u),
  ]);
});
