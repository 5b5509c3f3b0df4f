// Completes package-lock.json, so that `npm ci` works on every platform and installs nothing unpinned. npm
// omits a platform's binary if the registry that it was written against does not serve it
// (https://github.com/npm/cli/issues/4828), and with it the hash of its content: after a change of
// dependencies `node src/setup/lock.ts` adds both, as the registry states them, and repeats the project's version.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface LockEntry {
  version?: string;
  /** Where npm took the package from; left out, so that any registry can serve it. */
  resolved?: string;
  /** Subresource integrity of the package's archive. */
  integrity?: string;
  cpu?: string | string[];
  os?: string | string[];
  libc?: string[];
  bin?: Record<string, string>;
  engines?: Record<string, string>;
  license?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  /** The project's own version, which its entry in `packages` (with the path '') repeats. */
  version?: string;
  packages: Record<string, LockEntry>;
}

interface OptionalDependency {
  name: string;
  version: string;
}

const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

/** Optional dependencies of packages that are missing from the lock file. */
export function missingOptional(lock: LockFile): OptionalDependency[] {
  const named = new Map<string, string>();
  for (const entry of Object.values(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) named.set(name, version);
  const held = new Set(Object.keys(lock.packages).map(packageName));
  return [...named].filter(([name]) => !held.has(name)).map(([name, version]) => ({ name, version }));
}

/** Paths of packages whose content the lock file does not pin, or pins to one registry. */
export function unpinned(lock: LockFile): string[] {
  return Object.entries(lock.packages)
    .filter(
      ([path, { integrity, resolved }]) => path !== '' && !(isStrong(integrity) && resolved === undefined),
    )
    .map(([path]) => path);
}

/** SHA-512 only: npm would accept a weaker hash beside it in its place. */
function isStrong(integrity: string | undefined): boolean {
  return integrity !== undefined && /^sha512-[\w+/]{86}==$/.test(integrity);
}

function packageName(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The lock entry of a platform's binary, as npm would write it, from the registry's metadata. */
function entryOf({ name, version }: OptionalDependency): LockEntry {
  const fields = ['dist.integrity', 'cpu', 'os', 'libc', 'bin', 'engines', 'license'];
  const output = execFileSync('npm', ['view', `${name}@${version}`, '--json', ...fields], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const stated = JSON.parse(output) as Record<string, unknown>;
  const list = (value: unknown) =>
    value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String);
  const entry = {
    version,
    integrity: stated['dist.integrity'],
    cpu: list(stated.cpu),
    libc: list(stated.libc),
    license: stated.license,
    optional: true,
    os: list(stated.os),
    bin: stated.bin,
    engines: stated.engines,
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as LockFile;
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  lock.version = version;
  const own = lock.packages[''];
  if (own) own.version = version;
  for (const entry of Object.values(lock.packages)) delete entry.resolved;
  for (const dependency of missingOptional(lock))
    lock.packages[`node_modules/${dependency.name}`] = entryOf(dependency);
  for (const path of unpinned(lock)) {
    const { version = '', optional } = lock.packages[path] ?? {};
    if (optional !== true) throw new Error(`package-lock.json pins no content of ${path}: run npm install`);
    lock.packages[path] = entryOf({ name: packageName(path), version });
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
