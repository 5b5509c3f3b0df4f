import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editsFileSchema, readEditsFile, requireEditsFile, serialiseEditsFile } from './edits-file.ts';
import type { ConversionRecord } from './record.ts';

const record: ConversionRecord = {
  file: 'a.txt',
  format: 'txt',
  encoding: 'utf-8',
  sha256: '00',
  decoded: '收悉,经研究',
  frontmatter: { title: '虚构的答复' },
  body: '收悉，经研究\n',
  edits: [
    {
      rule: 'full-width',
      tier: 3,
      at: 2,
      before: ',',
      after: '，',
      accepted: { by: '虚构', on: '2021-01-02' },
    },
  ],
  dropped: [{ at: 0, length: 1, why: 'label' }],
  attachments: [{ name: '表.pdf', sha256: '00', bytes: 6 }],
  messages: [{ level: 'info', rule: 'seal', line: 1, column: 1, text: '虚构', suggestion: '虚构' }],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-edits-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (text: string) => writeFile(join(folder, 'edits.json'), text);

test('what is written is read again, and unknown fields are kept', async () => {
  const { frontmatter, body, ...kept } = record;
  expect([frontmatter, body]).not.toContain(undefined);
  await write(serialiseEditsFile(record));
  expect(await readEditsFile(folder, editsFileSchema)).toMatchObject({ status: 'read', record: kept });
  await write(JSON.stringify({ ...kept, reviewed: true }));
  const reading = await requireEditsFile(folder, editsFileSchema.pick({ sha256: true }));
  expect(reading?.record).toEqual({ ...kept, reviewed: true });
});

test('damage affects only readers of the damaged field', async () => {
  await write(JSON.stringify({ ...record, attachments: [{ name: '../表.pdf', sha256: '00', bytes: 6 }] }));
  const read = (field: 'edits' | 'attachments') =>
    readEditsFile(folder, field === 'edits' ? editsFileSchema.pick({ edits: true }) : editsFileSchema);
  expect((await read('edits')).status).toBe('read');
  expect((await read('attachments')).status).toBe('invalid');
});

test.each([
  ['an offset before the text', { edits: [{ ...record.edits[0], at: -1 }] }],
  ['an offset within a character', { edits: [{ ...record.edits[0], at: 0.5 }] }],
  ['an unknown tier', { edits: [{ ...record.edits[0], tier: 4 }] }],
  ['an edit of nothing', { edits: [null] }],
  ['an empty omission', { dropped: [{ at: 0, length: 0, why: 'label' }] }],
  ['an attachment in another folder', { attachments: [{ name: 'a\\b', sha256: '', bytes: 1 }] }],
  ['an attachment of unknown size', { attachments: [{ name: 'a', sha256: '' }] }],
  ['no text', { decoded: undefined }],
])('%s is invalid', (_, change) => {
  expect(editsFileSchema.safeParse(record).success).toBe(true);
  expect(editsFileSchema.safeParse({ ...record, ...change }).success).toBe(false);
});

test('where the record is needed, a damaged one is reported with its path, and a missing one is not', async () => {
  expect(await requireEditsFile(folder, editsFileSchema)).toBeUndefined();
  for (const damaged of ['{"decoded":', '{"decoded": 3}']) {
    await write(damaged);
    await expect(requireEditsFile(folder, editsFileSchema)).rejects.toThrow(
      `${join(folder, 'edits.json')}：不是转换记录（`,
    );
  }
  await rm(join(folder, 'edits.json'));
  await mkdir(join(folder, 'edits.json'));
  expect(await readEditsFile(folder, editsFileSchema)).toMatchObject({ status: 'unreadable' });
});
