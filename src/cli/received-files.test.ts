import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readReceivedBytes } from './received-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'dafu-received-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Counts the bytes that are read from files while `run` works. */
async function bytesRead(run: () => Promise<unknown>): Promise<number> {
  const handle = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const read = vi.spyOn(prototype, 'read');
  try {
    await run();
    const results = await Promise.all(
      read.mock.results.map(({ value }) => value as Promise<{ bytesRead: number }>),
    );
    return results.reduce((sum, one) => sum + one.bytesRead, 0);
  } finally {
    read.mockRestore();
  }
}

test('a file is read whole', async () => {
  const text = '答复（虚构）'.repeat(20_000);
  expect(Buffer.from(await readReceivedBytes(fileOf('whole.txt', text))).toString()).toBe(text);
});

test.each([
  ['text', '答复（虚构）', '纯文本的上限 1.1 MB'],
  ['web page', '<!DOCTYPE html>', '网页的上限 32 MB'],
  ['PDF', '%PDF-1.7', 'PDF 的上限 200 MB'],
])('of a %s that is too large only the first 64 KB are read', async (name, content, message) => {
  const file = fileOf(`large-${name}`, content);
  truncateSync(file, 250 << 20);
  const read = await bytesRead(() =>
    expect(readReceivedBytes(file)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining(message) as string,
    }),
  );
  expect(read).toBe(1 << 16);
});

test('of a file that no reader takes only the first 64 KB are read', async () => {
  const file = fileOf('archive', Buffer.from('Rar!\x1a\x07', 'latin1'));
  truncateSync(file, 10 << 20);
  const read = await bytesRead(() =>
    expect(readReceivedBytes(file)).rejects.toMatchObject({ code: 'archive-file' }),
  );
  expect(read).toBe(1 << 16);
});

test('a file that grows while it is read is refused at the bound', async () => {
  const file = fileOf('growing.txt', '答复（虚构）'.repeat(10_000));
  const handle = await open(file, 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  const stat = vi.spyOn(prototype, 'stat');
  try {
    stat.mockImplementationOnce(async () => {
      const found = await handle.stat();
      appendFileSync(file, '答复（虚构）'.repeat(100_000));
      return found;
    });
    await expect(readReceivedBytes(file)).rejects.toMatchObject({ code: 'too-large' });
  } finally {
    stat.mockRestore();
    await handle.close();
  }
});

test.skipIf(process.platform === 'win32')('a pipe is refused without waiting for a writer', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(readReceivedBytes(pipe)).rejects.toMatchObject({ code: 'unreadable' });
});
