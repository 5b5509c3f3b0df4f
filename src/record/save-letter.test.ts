import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { convert } from '../convert/convert.ts';
import { planLetter } from './planned-letter.ts';
import { saveLetter } from './save-letter.ts';
import { SaveRefusal } from './save-refusal.ts';
import { applyEdits, revertEdits } from './edit-log.ts';
import { editsFileSchema, requireEditsFile } from './edits-file.ts';
import { fidelityBreaks } from './fidelity-check.ts';

const content = join(import.meta.dirname, '../../content');
const letter = await readFile(join(import.meta.dirname, '../convert/fixtures/clean-letter/input.txt'));
const later = Buffer.from(letter.toString().replace('云交函〔2021〕15号', '云交函〔2021〕16号'));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(bytes: Uint8Array, file = 'letter.txt', force = false): Promise<string> {
  const plan = planLetter(folder, (await convert(bytes, file)).record, bytes);
  return `${plan.id} ${await saveLetter(folder, plan, force)}`;
}

test('the letter that the archive starts with is what the program makes of its original', async () => {
  const bytes = await readFile(join(content, 'originals/2019/cppcc-12-2-283/sample.txt'));
  const { record } = await convert(bytes, 'sample.txt');
  const plan = planLetter(content, record, bytes);
  expect(plan.id).toBe('2019/cppcc-12-2-283');
  for (const { path, bytes: planned } of plan.files)
    expect(await readFile(join(content, path), 'utf8')).toBe(Buffer.from(planned).toString());
});

test('edits.json rebuilds the received bytes of the first letter and explains what is published', async () => {
  const bytes = await readFile(join(content, 'originals/2019/cppcc-12-2-283/sample.txt'));
  const kept = await requireEditsFile(join(content, 'originals/2019/cppcc-12-2-283'), editsFileSchema);
  if (!kept) throw new Error('no edits.json');
  const { record } = kept;
  expect(Buffer.from(revertEdits(applyEdits(record.decoded, record.edits), record.edits))).toEqual(bytes);
  expect(fidelityBreaks(record, (await convert(bytes, 'sample.txt')).record)).toEqual([]);
});

test('a letter is written once, and the same file again changes nothing', async () => {
  expect(await put(letter)).toBe('2021/cppcc-9-3-36 written');
  expect(await put(letter)).toBe('2021/cppcc-9-3-36 unchanged');
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'originals',
    join('originals', '2021'),
    join('originals', '2021', 'cppcc-9-3-36'),
    join('originals', '2021', 'cppcc-9-3-36', 'edits.json'),
    join('originals', '2021', 'cppcc-9-3-36', 'letter.txt'),
    'replies',
    join('replies', '2021'),
    join('replies', '2021', 'cppcc-9-3-36.md'),
  ]);
});

test('an edited letter is overwritten only by force', async () => {
  await put(letter);
  const file = join(folder, 'replies/2021/cppcc-9-3-36.md');
  await writeFile(file, 'edited');
  await expect(put(letter)).rejects.toThrow(SaveRefusal);
  expect(await readFile(file, 'utf8')).toBe('edited');
  expect(await put(letter, 'letter.txt', true)).toBe('2021/cppcc-9-3-36 written');
});

test('a new original replaces all files of the old one and no others', async () => {
  const originals = join(folder, 'originals/2021/cppcc-9-3-36');
  const old = await convert(letter, 'old.txt');
  const annexes = ['图1.png', '改过.png'].map((name) => ({ name, bytes: Buffer.from(name) }));
  const attachments = annexes.map(({ name, bytes }) => ({
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  }));
  await saveLetter(folder, planLetter(folder, { ...old.record, attachments }, letter, annexes), false);
  await writeFile(join(originals, '改过.png'), 'changed since by an editor');
  await writeFile(join(originals, '批注.txt'), 'put there by an editor');
  expect(await put(letter, 'new.txt', true)).toBe('2021/cppcc-9-3-36 written');
  expect((await readdir(originals)).sort()).toEqual(['edits.json', 'new.txt', '批注.txt', '改过.png'].sort());
});

test('a record that names files elsewhere removes none of them', async () => {
  await put(letter);
  const log = join(folder, 'originals/2021/cppcc-9-3-36/edits.json');
  const outside = join(folder, 'replies/2021/other.md');
  await writeFile(outside, 'x');
  const sha256 = createHash('sha256').update('x').digest('hex');
  await writeFile(log, JSON.stringify({ file: '../../../replies/2021/other.md', sha256 }));
  await put(letter, 'new.txt', true);
  expect(await readFile(outside, 'utf8')).toBe('x');
});

test('another reply to the same proposal gets an id of its own', async () => {
  await put(letter);
  expect(await put(later)).toBe('2021/cppcc-9-3-36-2 written');
  expect(await put(later)).toBe('2021/cppcc-9-3-36-2 unchanged');
  expect(await put(letter)).toBe('2021/cppcc-9-3-36 unchanged');
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\答复.txt', '答复.txt'],
  ['a\u0007\u202Eb.txt', 'a_b.txt'],
  ['edits.json', 'original-edits.json'],
  ['...', 'original'],
  ['con.txt', 'original-con.txt'],
  [`${'长'.repeat(200)}.html`, `${'长'.repeat(110)}.html`],
])('a received file named %j is kept as %j', async (given, kept) => {
  const plan = planLetter(folder, (await convert(letter, given)).record, letter);
  expect(plan.files[0]?.path).toBe(join('originals', '2021', 'cppcc-9-3-36', kept));
});

test('the same file finds its letter again after an editor has corrected the document number', async () => {
  await put(letter);
  const file = join(folder, 'replies/2021/cppcc-9-3-36.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace('15号', '16号'));
  expect(await put(letter, 'letter.txt', true)).toBe('2021/cppcc-9-3-36 written');
});

test('a letter without any date is refused with what to do', async () => {
  const dateless = Buffer.from(letter.toString().replace('2021年6月18日', ''));
  await expect(put(dateless)).rejects.toThrow(/日期/);
  expect(await readdir(folder)).toEqual([]);
});
