// What package-lock.json must hold so that `npm ci` works on every platform. npm leaves out a
// platform's binary when the registry it was written against does not serve it
// (https://github.com/npm/cli/issues/4828); `node src/setup/lock.ts` adds such entries by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface LockEntry {
  version?: string;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  license?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

interface LockFile {
  packages: Record<string, LockEntry>;
}

interface OptionalDependency {
  name: string;
  version: string;
}

const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

/**
 * Optional dependencies that some package names and the lock file does not hold.
 *
 */
export function missingOptional(lock: LockFile): OptionalDependency[] {
  const named = new Map<string, string>();
  for (const entry of Object.values(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) named.set(name, version);
  const held = new Set(
    Object.keys(lock.packages).map((path) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ),
  );
  return [...named].filter(([name]) => !held.has(name)).map(([name, version]) => ({ name, version }));
}

/**
 * The lock entry of a platform binary, read off its name (`@pagefind/windows-x64`).
 */
function platformEntry({ name, version }: OptionalDependency): LockEntry {
  const [, system = '', cpu = ''] =
    /(darwin|linux|windows|win32|freebsd|android)-(x64|ia32|arm64|arm|riscv64)\b/.exec(name) ?? [];
  if (system === '')
    throw new Error(`package-lock.json lacks ${name}@${version}, and its platform is unknown`);
  const os = system === 'windows' ? 'win32' : system;
  const libc = name.includes('-musl') ? { libc: ['musl'] } : name.includes('-gnu') ? { libc: ['glibc'] } : {};
  return { version, cpu: [cpu], ...libc, license: 'MIT', optional: true, os: [os] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as LockFile;
  for (const dependency of missingOptional(lock))
    lock.packages[`node_modules/${dependency.name}`] = platformEntry(dependency);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
