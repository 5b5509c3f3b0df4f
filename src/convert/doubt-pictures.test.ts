import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Doubt, Reading } from '../readers/reading.ts';
import { editsFileSchema } from '../record/edits-file.ts';
import { originalName } from '../record/original-name.ts';
import { planLetter } from '../record/planned-letter.ts';
import { saveLetter } from '../record/save-letter.ts';
import { convertReading } from './convert.ts';

const decoded = `云陵市教育局关于市政协十二届三次会议第0317号提案的答复（虚构）
周予安委员：
您提出的提案收悉。现答复如下：
全市有学校212所。
云陵市教育局
2021年7月9日
`;
const png = (name: string) => Buffer.from(`\x89PNG\r\n\x1a\n${name}`, 'latin1');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-doubts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Saves the letter with these doubts; lists the files beside its original. */
async function save(doubts: Doubt[], file = 'a.png'): Promise<string[]> {
  const reading: Reading = { format: 'scan', decoded, marks: [], attachments: [], messages: [], doubts };
  const { record, attachments } = convertReading(reading, { file, sha256: '0'.repeat(64) });
  const plan = planLetter(folder, record, png('a'), attachments);
  await saveLetter(folder, plan, true);
  expect(editsFileSchema.safeParse(record).error).toBeUndefined();
  const names = await readdir(join(folder, 'originals', plan.id), { recursive: true });
  return names.map((name) => name.replaceAll('\\', '/')).sort();
}

const doubt = (text: string, page: number, ...pictures: Uint8Array[]): Doubt => {
  return { at: decoded.indexOf(text), length: text.length, page, pictures };
};

test('pictures of doubts are kept in a folder of their own, and removed when nothing is in doubt', async () => {
  const doubts = [
    doubt('提出', 1, png('b')),
    doubt('学校', 2, png('c'), png('d')),
    doubt('212', 2, png('e')),
  ];
  expect(await save(doubts)).toEqual([
    ...['a.png', 'doubts', 'doubts/1-1.png', 'doubts/2-1.png', 'doubts/2-2.png', 'doubts/2-3.png'],
    'edits.json',
  ]);
  expect((await save([])).filter((name) => name.endsWith('.png'))).toEqual(['a.png']);
});

test('no received file takes the name of that folder', async () => {
  expect(originalName('Doubts')).toBe('original-Doubts');
  expect(await save([doubt('周予', 1, png('b'))], 'doubts')).toContain('original-doubts');
});

test('a record that names pictures elsewhere is refused', () => {
  const one = { name: 'doubts/../../secret.png', sha256: '', bytes: 1, at: 0, length: 1, page: 1 };
  expect(editsFileSchema.pick({ doubts: true }).safeParse({ doubts: [one] }).success).toBe(false);
});
