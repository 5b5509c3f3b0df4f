import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { isLocal, mayBeAlive, ownerOf, ownToken, type ProcessIdentity } from './process-identity.ts';

function own(): ProcessIdentity {
  const owner = ownerOf(ownToken());
  if (!owner) throw new Error('a token without an owner');
  return owner;
}

test('a token says which process gave it, and no two are equal', () => {
  expect(own()).toMatchObject({ pid: process.pid, machine: hostname().replaceAll(/[^\w.]/g, '_') });
  expect(mayBeAlive(own())).toBe(true);
  expect(ownToken()).not.toBe(ownToken());
});

test.each(['', 'backup', '1-2', '1-2-host', '1-2-host-0123456', '-1-2-host-01234567', '1-2-a/b-01234567'])(
  'the name %j was not given by a process',
  (name) => {
    expect(ownerOf(name)).toBeUndefined();
  },
);

test('a process that ended is dead, also before its parent asked how it ended', async () => {
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  const owner = { ...own(), pid, start: 0 };
  expect(mayBeAlive(owner)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(mayBeAlive(owner)).toBe(false);
});

test.runIf(existsSync('/proc/self/stat'))('another process with the id of a dead one is another', () => {
  const { start } = own();
  expect(start).toBeGreaterThan(0);
  expect(mayBeAlive({ ...own(), start: start - 1 })).toBe(false);
});

test('a process of another machine may always be alive', () => {
  const there = { ...own(), pid: 2 ** 22 + 1, machine: 'elsewhere' };
  expect(isLocal(there)).toBe(false);
  expect(mayBeAlive(there)).toBe(true);
});
