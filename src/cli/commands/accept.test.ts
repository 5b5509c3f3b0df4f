import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Decisions } from '../../desk/decisions.ts';
import { writeDeskPackage } from '../../desk/desk-package.ts';
import { openReceivedLetter } from '../../desk/received-letter.ts';
import type { ConversionRecord } from '../../record/record.ts';
import { registerAccept } from './accept.ts';
import { registerConvert } from './convert.ts';

const fixture = join(import.meta.dirname, '../../convert/fixtures/split-title/input.txt');

let folder = '';
let content = '';
const written = { out: '', err: '' };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
  content = join(folder, 'content');
  await mkdir(content);
  written.out = written.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

/** Runs a command on the test's content folder; gives the exit code. */
async function run(command: string, ...words: string[]): Promise<number | string> {
  process.exitCode = 0;
  const program = new Command().exitOverride();
  registerAccept(program);
  registerConvert(program);
  await program.parseAsync(['node', 'dafu', command, '--content', content, ...words]);
  return process.exitCode;
}

/** Saves the fixture as the desk does. @param change Changes the files that the package says came out. */
async function savePackage(
  decisions: Partial<Decisions> = {},
  change = (bytes: Uint8Array) => bytes,
): Promise<string> {
  const decided = { suggestions: [], values: {}, on: '2024-05-06', ...decisions };
  const bytes = await readFile(fixture);
  const received = { name: 'input.txt', bytes, given: [], saved: new Map<string, Uint8Array>() };
  const letter = await openReceivedLetter(received);
  const { files } = letter.plan(letter.convert(decided));
  const changed = files.map((file) => ({ ...file, bytes: change(file.bytes) }));
  const zip = join(folder, 'letter.zip');
  await writeFile(zip, writeDeskPackage(received, decided, changed));
  return zip;
}

async function contents(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(content, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[path.slice(content.length)] = (await readFile(path)).toString('latin1');
    }
  return files;
}

test('a package becomes what the command line makes of the received file', async () => {
  const zip = await savePackage();
  expect(await run('accept', zip)).toBe(0);
  expect(written.out).toContain('发文字号：白市监建〔2023〕9号');
  const accepted = await contents();
  await rm(content, { recursive: true });
  await mkdir(content);
  await run('convert', fixture);
  expect(accepted).toEqual(await contents());
});

test('what the editor decided is recorded with name and day, and taking it in again changes nothing', async () => {
  const letter = await openReceivedLetter({
    ...{ name: 'input.txt', bytes: await readFile(fixture), given: [] },
    saved: new Map(),
  });
  const plain = letter.convert({ suggestions: [], values: {}, on: '2024-05-06' });
  const suggestions = plain.suggestions.map(({ rule, at }) => ({ rule, at }));
  const zip = await savePackage({ suggestions, by: '虚构的编辑' });
  expect(await run('accept', zip)).toBe(0);
  const log = Object.entries(await contents()).find(([path]) => path.endsWith('edits.json'))?.[1] ?? '';
  const { edits } = JSON.parse(Buffer.from(log, 'latin1').toString()) as ConversionRecord;
  const accepted = edits.flatMap((edit) => edit.accepted ?? []);
  expect(accepted.length).toBeGreaterThan(0);
  expect(accepted).toEqual(accepted.map(() => ({ by: '虚构的编辑', on: '2024-05-06' })));
  expect(await run('accept', zip)).toBe(0);
  expect(written.out).toContain('没有变化');
});

test('a package whose letter is not what its file becomes is refused, and nothing is written', async () => {
  const zip = await savePackage({}, (bytes) => Buffer.concat([bytes, Buffer.from('。')]));
  expect(await run('accept', zip)).toBe(1);
  expect(written.err).toContain('desk-differs');
  expect(await contents()).toEqual({});
});

test('what is no package is refused by name, and the others are taken in', async () => {
  const zip = await savePackage();
  expect(await run('accept', fixture, join(folder, 'absent.zip'), zip)).toBe(1);
  expect(written.err).toMatch(/input\.txt:1:1 {2}错误 {2}truncated/);
  expect(written.err).toMatch(/absent\.zip:1:1 {2}错误 {2}unreadable {2}没有这个文件/);
  expect(Object.keys(await contents()).length).toBeGreaterThan(0);
});
