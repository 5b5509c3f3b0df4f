import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

test('what the system reports itself is understood', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-fault-'));
  writeFileSync(join(folder, 'file'), '');
  const error: unknown = await mkdir(join(folder, 'file', 'deep')).catch((reason: unknown) => reason);
  expect(describeStorageFault(error)).toContain('不是文件夹');
  rmSync(folder, { recursive: true });
});
