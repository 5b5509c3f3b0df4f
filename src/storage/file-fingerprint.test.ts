import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, settledFingerprint } from './file-fingerprint.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'dafu-fingerprint-')), 'a');
  writeFileSync(path, '虚构');
});
afterEach(() => {
  rmSync(join(path, '..'), { recursive: true });
});

test('a change of the same size whose time is set back changes the fingerprint', async () => {
  const { atime, mtime } = statSync(path);
  const before = fingerprint(path);
  expect(fingerprint(path)).toBe(before);
  await pause(30);
  writeFileSync(path, '虚拟');
  utimesSync(path, atime, mtime);
  expect(statSync(path).mtime).toEqual(mtime);
  expect(fingerprint(path)).not.toBe(before);
});

test('a file has no settled fingerprint until the clock has ticked since it was changed', () => {
  const { ctimeMs } = statSync(path);
  expect(settledFingerprint(path, ctimeMs)).toBeUndefined();
  expect(settledFingerprint(path, ctimeMs + 19)).toBeUndefined();
  expect(settledFingerprint(path, ctimeMs + 21)).toBe(fingerprint(path));
  // By a clock that was set back.
  expect(settledFingerprint(path, ctimeMs - 19)).toBeUndefined();
});

test('a missing file has a fingerprint of its own', () => {
  expect(fingerprint(`${path}-gone`)).toBe('absent');
  expect(settledFingerprint(`${path}-gone`)).toBe('absent');
});
