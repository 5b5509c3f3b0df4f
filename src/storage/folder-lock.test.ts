import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LockedError, withLock } from './folder-lock.ts';

let folder: string;
const lock = () => join(folder, '.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-锁 '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const deadOwner = () => `${2 ** 22 + 1}-5-${hostname().replaceAll(/[^\w.]/g, '_')}-0123abcd`;
const work = () => Promise.resolve('done');

test('a lock is held while the work runs, and leaves nothing, whether it succeeds or fails', async () => {
  const result = await withLock(lock(), 1, async () => {
    await expect(withLock(lock(), 1, work)).rejects.toThrow(LockedError);
    await expect(withLock(lock(), 1, work)).rejects.toThrow(`进程 ${process.pid} 正在使用`);
    return 'done';
  });
  expect(result).toBe('done');
  await expect(withLock(lock(), 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a dead process is taken over, in whatever year its file was written', async () => {
  for (const year of ['1980', '2100']) {
    mkdirSync(lock());
    writeFileSync(join(lock(), deadOwner()), '');
    utimesSync(join(lock(), deadOwner()), new Date(year), new Date(year));
    expect(await withLock(lock(), 1, work)).toBe('done');
  }
  mkdirSync(lock());
  expect(await withLock(lock(), 1, work)).toBe('done');
  mkdirSync(`${lock()}.partial-${deadOwner()}`);
  expect(await withLock(lock(), 1, work)).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock of another machine, and one that cannot be read, are kept; the message says what to remove', async () => {
  for (const holder of [deadOwner().replace(/-[^-]+-(\w+)$/, '-elsewhere-$1'), 'notes.txt']) {
    mkdirSync(lock());
    writeFileSync(join(lock(), holder), '');
    await expect(withLock(lock(), 2, work)).rejects.toThrow(`请删除 ${lock()}`);
    expect(readdirSync(lock())).toEqual([holder]);
    rmSync(lock(), { recursive: true });
  }
});

test('of many that find a dead holder, in several processes, one at a time does the work', async () => {
  mkdirSync(lock());
  writeFileSync(join(lock(), deadOwner()), '');
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const script = join(folder, 'worker.ts');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))};
     for (let round = 0; round < 3; round += 1)
       await withLock(${JSON.stringify(lock())}, 600, async () => {
         appendFileSync(${JSON.stringify(log)}, 'in ');
         await new Promise((done) => setTimeout(done, 2));
         appendFileSync(${JSON.stringify(log)}, 'out ');
       });`,
  );
  const workers = Array.from({ length: 3 }, () => fork(script, { stdio: 'ignore' }));
  const codes = await Promise.all(workers.map((worker) => once(worker, 'exit')));
  expect(codes.map(([code]) => code as number)).toEqual([0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(9));
  expect(readdirSync(folder).sort()).toEqual(['log', 'worker.ts']);
});
