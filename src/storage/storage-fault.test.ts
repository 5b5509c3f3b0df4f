import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeStorageFault, isStorageFault } from './storage-fault.ts';

const fault = (code: string) =>
  Object.assign(new Error('in English'), { code, path: '/资料/dist', syscall: 'write' });

test.each([
  ['ENOSPC', '磁盘已满'],
  ['EROFS', '只读'],
  ['EACCES', '没有权限'],
  ['EBUSY', '挂载点'],
])('%s names the place, and says in Chinese what to do', (code, text) => {
  expect(isStorageFault(fault(code))).toBe(true);
  expect(describeStorageFault(fault(code))).toMatch(
    new RegExp(`^写不了 /资料/dist：.*${text}.*请.*。$`, 'u'),
  );
  expect(describeStorageFault(fault(code))).not.toMatch(/[a-z]{3,} [a-z]/);
});

test('a fault that a library wrapped is found; a bug is none', () => {
  const wrapped = new Error('render', { cause: new Error('fs', { cause: fault('ENOSPC') }) });
  expect(describeStorageFault(wrapped)).toContain('磁盘已满');
  expect(isStorageFault(new TypeError('x is not a function'))).toBe(false);
  expect(isStorageFault(fault('ERR_MODULE_NOT_FOUND'))).toBe(false);
});

test('a fault that names no place is described with the folder that was being written', () => {
  const nowhere = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(describeStorageFault(nowhere, '/资料')).toMatch(/^写不了 \/资料：磁盘已满/u);
});

test('an error of a library that is written in Rust is understood by its number', () => {
  const error = new Error(
    `Something went wrong inside rolldown.\nFailed to write file in /资料/out/a.mjs\n\nCaused by:\n    No space left on device (os error ${constants.errno.ENOSPC})`,
  );
  expect(describeStorageFault(error)).toMatch(/^写不了 \/资料\/out\/a.mjs：磁盘已满/u);
});

test('a folder that cannot be made on a read-only disk is described, though Node says that nothing is there', () => {
  const error = Object.assign(new Error('mkdir'), { code: 'ENOENT', syscall: 'mkdir', path: '/资料' });
  expect(describeStorageFault(error)).toMatch(/^写不了 \/资料：无法新建文件夹/u);
});

test('what the system reports itself is understood', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-fault-'));
  writeFileSync(join(folder, 'file'), '');
  const error: unknown = await mkdir(join(folder, 'file', 'deep')).catch((reason: unknown) => reason);
  expect(describeStorageFault(error)).toContain('不是文件夹');
  rmSync(folder, { recursive: true });
});
