import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAcceptedEdits } from './confirmation.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-confirmed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const accepted = { by: '虚构', on: '2021-01-02' };
const automatic = { rule: 'dash', tier: 3, at: 5, before: '一', after: '—' };
const edit = { ...automatic, accepted };
const write = (record: unknown) => writeFile(join(folder, 'edits.json'), JSON.stringify(record));

test('an edit that an editor accepted is read, others are not', async () => {
  await write({ sha256: 'aa', edits: [automatic, edit] });
  expect(await readAcceptedEdits(folder, 'aa')).toEqual([edit]);
});

test('one malformed edit does not cost the decision on another', async () => {
  await write({ sha256: 'aa', edits: [{ ...edit, at: '5' }, null, edit] });
  expect(await readAcceptedEdits(folder, 'aa')).toEqual([edit]);
});

test('the record of other bytes, a damaged file and no file give none', async () => {
  expect(await readAcceptedEdits(folder, 'aa')).toEqual([]);
  await write({ sha256: 'bb', edits: [edit] });
  expect(await readAcceptedEdits(folder, 'aa')).toEqual([]);
  await writeFile(join(folder, 'edits.json'), '{');
  expect(await readAcceptedEdits(folder, 'aa')).toEqual([]);
});
