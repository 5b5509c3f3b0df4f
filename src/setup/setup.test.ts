import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';
import { missingOptional } from './lock.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof missingOptional>[0];

describe('the lock file', () => {
  it('holds the binaries of every platform', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  it('is found wanting when a platform is left out', () => {
    const packages = { ...lock.packages };
    delete packages['node_modules/@pagefind/darwin-arm64'];
    expect(missingOptional({ packages }).map(({ name }) => name)).toEqual(['@pagefind/darwin-arm64']);
  });
});

describe('isInstalled', () => {
  let folder: string;
  const packages = (list: object) => JSON.stringify({ packages: list });
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '1.0.0', optional: true },
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-install-'));
    mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node'),
      '',
    );
    writeFileSync(join(folder, 'package-lock.json'), packages(wanted));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const present = (list: object) => {
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), packages(list));
  };

  it('is true when all is there but another platform’s binary', () => {
    present({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['nothing was installed', undefined],
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/a': { version: '1.0.1' } }],
    [
      'a package is there that the lock file does not name',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '2.0.0' } },
    ],
  ])('is false when %s', (_, list) => {
    if (list) present(list);
    expect(isInstalled(folder)).toBe(false);
  });

  it('is false when install scripts did not run', () => {
    present({ 'node_modules/a': { version: '1.0.0' } });
    rmSync(join(folder, 'node_modules/node'), { recursive: true });
    expect(isInstalled(folder)).toBe(false);
  });
});
