import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder } from '../../program/program-folder.ts';
import { ReadError } from '../../readers/reading.ts';
import { convertReceived } from '../received-letters.ts';
import { parallelLetters } from './parallel-letters.ts';
import { ProcessError } from './process-error.ts';

const fixtures = join(import.meta.dirname, '../../convert/fixtures');
const letter = readFileSync(join(fixtures, 'clean-letter/input.txt'), 'utf8');
const page = join(fixtures, 'html-trs-gbk/input.html');
const dying = new URL('./dying-process.fixture.ts', import.meta.url);
const never = new AbortController().signal;

const options = [...process.execArgv];
// As the program itself does: to compile takes longer than to convert a letter.
process.env.NODE_COMPILE_CACHE ??= join(cacheFolder, 'compiled');
let folder = '';
const put = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const processes = (jobs: number) => ({ jobs, cache: join(folder, 'cache') });
const alone = (file: string) => ({ file, pages: [], given: [] });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-parallel-'));
});
afterAll(() => {
  process.execArgv.splice(0, Infinity, ...options);
  rmSync(folder, { recursive: true });
});

test('letters are those of one process, in order, and a file that kills its process costs no other', async () => {
  const good = Array.from({ length: 4 }, (_, index) =>
    put(`letter-${index}.txt`, letter.replace('〔2021〕15号', `〔2021〕${index}号`)),
  );
  const bad = ['kill.txt', 'exhaust.txt'].map((name) => put(name, letter));
  const files = [...good.slice(0, 2), ...bad, put('empty.txt', ''), page, ...good.slice(2)];
  // Inherited by the processes: little memory is soon exhausted.
  process.execArgv.push('--max-old-space-size=150');
  const letters = parallelLetters(files.map(alone), processes(2), never, dying);
  for (const [index, file] of files.entries()) {
    if (bad.includes(file)) await expect(letters.read(index)).rejects.toThrow(ProcessError);
    else if (file.endsWith('empty.txt')) await expect(letters.read(index)).rejects.toThrow(ReadError);
    else {
      const { bytes, conversion } = await letters.read(index);
      const right = await convertReceived(alone(file));
      expect(Buffer.from(bytes)).toEqual(Buffer.from(right.bytes));
      expect(conversion.record).toEqual(right.conversion.record);
      expect(conversion.evidence).toEqual(right.conversion.evidence);
    }
  }
  letters.close();
});

test('an interruption ends the processes and rejects what is asked for', async () => {
  const files = [put('a.txt', letter), put('b.txt', letter)];
  const interruption = new AbortController();
  const letters = parallelLetters(files.map(alone), processes(2), interruption.signal, dying);
  const first = letters.read(0);
  interruption.abort();
  await expect(first).rejects.toThrow(/abort/i);
  await expect(letters.read(1)).rejects.toThrow(/abort/i);
  expect(letters.isLost(new Error())).toBe(true);
  letters.close();
});

test('a file that was changed while it was converted is not taken', async () => {
  const letters = parallelLetters([alone(put('change.txt', letter))], processes(1), never, dying);
  await expect(letters.read(0)).rejects.toThrow('被改动了');
  letters.close();
});
