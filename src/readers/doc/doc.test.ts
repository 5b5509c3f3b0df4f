import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { writeDocx, paragraph } from '../docx/docx-writer.fixture.ts';
import { readDocx } from '../docx/docx.ts';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { ReadError, type Reading } from '../reading.ts';
import { readDoc } from './doc.ts';
import { convertWithLibreOffice, findLibreOffice } from './libre-office.ts';

const docs = goldenFolders('doc');
const typed = Buffer.from(docs.find(({ name }) => name === 'doc-typed')?.bytes ?? []);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-test-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The code of the error that reading ends in. */
async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

/** Writes a program that takes LibreOffice's place. */
function program(script: string): string {
  const path = join(folder, 'soffice');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The document with a change in the header of its WordDocument stream, which begins a sector with EC A5. */
function withHeader(change: (header: Buffer) => void): Buffer {
  const copy = Buffer.from(typed);
  for (let at = 512; at < copy.length; at += 512)
    if (copy.readUInt16LE(at) === 0xa5ec) change(copy.subarray(at));
  return copy;
}

it.each(docs)('reads $name', async ({ bytes, text, json }) => {
  const reading = await readDoc(bytes, { libreOffice: false });
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

test.each(['typed', 'automatic'])('a DOC reads like the DOCX it was made from: %s', async (kind) => {
  const find = (extension: string) =>
    goldenFolders(extension).find(({ name }) => name === `${extension}-${kind}`)?.bytes ?? new Uint8Array();
  const doc = await readDoc(find('doc'), { libreOffice: false });
  const docx = readDocx(find('docx'));
  const box = '类别：A';
  const lines = ({ decoded }: Reading) => decoded.split('\n').filter((line) => line !== box);
  const tables = ({ marks }: Reading) =>
    marks.flatMap(({ kind: mark }) =>
      mark.type === 'table'
        ? mark.rows.map((row) => row.map(({ colspan, rowspan }) => `${colspan}×${rowspan}`))
        : [],
    );
  expect(lines(doc)).toEqual(lines(docx));
  expect(tables(doc)).toEqual(tables(docx));
});

test('a file cut anywhere is refused with a message', async () => {
  for (let length = 0; length < typed.length; length += 97) {
    const rule = await codeOf(readDoc(typed.subarray(0, length), { libreOffice: false }));
    expect(['truncated', 'damaged', 'read']).toContain(rule);
  }
  expect(await codeOf(readDoc(typed.subarray(0, 3000), { libreOffice: false }))).toBe('truncated');
});

it('refuses a file with a password without running a program', async () => {
  const encrypted = withHeader((header) => header.writeUInt16LE(header.readUInt16LE(0x0a) | 0x0100, 0x0a));
  expect(await codeOf(readDoc(encrypted, { libreOffice: program('touch "$0.ran"') }))).toBe('encrypted');
  expect(existsSync(join(folder, 'soffice.ran'))).toBe(false);
});

test('passes Word 95 to LibreOffice where it is installed', async () => {
  const old = withHeader((header) => header.writeUInt16LE(0x0065, 2));
  expect(await codeOf(readDoc(old, { libreOffice: false }))).toBe('unsupported-version');
  const docx = join(folder, 'made.docx');
  writeFileSync(docx, writeDocx({ body: paragraph('周小满代表：') }));
  const reading = await readDoc(old, { libreOffice: program(`cp '${docx}' "$9/input.docx"`) });
  expect(reading).toMatchObject({ format: 'doc', decoded: '周小满代表：' });
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['read-by-libre-office']);
});

test.skipIf(process.platform === 'win32')(
  'kills a program that hangs and everything it started',
  async () => {
    const pid = join(folder, 'pid');
    const hanging = program(`sleep 600 & echo $! > '${pid}'; wait`);
    expect(await codeOf(convertWithLibreOffice(typed, hanging, 700))).toBe('program-timeout');
    const state = () => {
      try {
        return readFileSync(`/proc/${readFileSync(pid, 'utf8').trim()}/stat`, 'utf8').split(' ')[2];
      } catch {
        return 'gone';
      }
    };
    await expect.poll(state).toMatch(/gone|Z|X/);
  },
);

test('a failing or missing program gives a message', async () => {
  expect(await codeOf(convertWithLibreOffice(typed, program('exit 1')))).toBe('program-failed');
  expect(await codeOf(convertWithLibreOffice(typed, join(folder, 'none')))).toBe('program-failed');
});

it('finds LibreOffice on the path', () => {
  const path = program('exit 0');
  expect(findLibreOffice(folder)).toBe(path);
});
