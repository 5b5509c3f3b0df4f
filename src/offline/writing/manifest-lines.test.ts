import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packBytes } from '../threads/pack-file.ts';
import { addLines, hashLines } from './manifest-lines.ts';
import { writeAside } from './new-file.ts';
import { startZip, type ZipWriter } from './zip-writer.ts';

const line = (index: number) => `${String(index).padStart(64, '0')}  data/答复/${index}.html\n`;

test.each([
  ['no line', []],
  ['a line that does not get shorter', ['虚构']],
  ['lines of one piece', Array.from({ length: 50 }, (_, index) => line(index))],
  ['lines of several pieces', Array.from({ length: 30_000 }, (_, index) => line(index))],
  ['lines that fill pieces exactly', Array<string>(2048).fill(`${'x'.repeat(1023)}\n`)],
])('%s are packed as if they were one text', async (_, lines) => {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-lines-'));
  const write = async (name: string, add: (zip: ZipWriter) => Promise<void>) => {
    await writeAside(join(folder, name), async (file) => {
      const zip = startZip(file);
      await add(zip);
      await zip.finish();
    });
    return readFileSync(join(folder, name));
  };
  try {
    const whole = packBytes('a.txt', Buffer.from(lines.join('')));
    const expected = await write('whole.zip', (zip) => zip.add([whole.entry], whole.parts));
    const found = await write('lines.zip', (zip) => addLines(zip, 'a.txt', lines));
    expect(found.equals(expected)).toBe(true);
    expect(hashLines(lines)).toEqual(whole.hashes);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
