import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSealed, writeSealed } from './sealed-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-sealed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what was sealed is read, and nothing is left beside it', async () => {
  const path = join(folder, 'a/b');
  expect(await readSealed(path)).toEqual({ status: 'absent' });
  await writeSealed(path, '虚构');
  await writeSealed(path, '虚构的内容');
  const read = await readSealed(path);
  expect(read.status === 'read' && read.bytes.toString()).toBe('虚构的内容');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
});

test('any changed bit, and a missing end, are noticed', async () => {
  const path = join(folder, 'a');
  await writeSealed(path, '虚构');
  const whole = readFileSync(path);
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const changed = Buffer.from(whole);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(path, changed);
    expect(await readSealed(path), String(bit)).toEqual({ status: 'damaged' });
  }
  for (const length of [0, 1, 64, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length));
    expect(await readSealed(path), String(length)).toEqual({ status: 'damaged' });
  }
});
