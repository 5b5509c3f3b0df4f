import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program of the system under one of its names; undefined where it is not installed. */
export function findProgram(...names: string[]): string | undefined {
  // Python of the system first: a shim of a version manager may have nothing behind it.
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter), '/usr/local/bin'];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Like {@link findProgram}, and says that tests are skipped for want of it; `npm test` counts them as skipped. */
export function programOrSkip(...names: string[]): string | undefined {
  const found = findProgram(...names);
  if (found === undefined)
    console.warn(`没有安装 ${names[0] ?? ''}，跳过用它核对的测试。No ${names[0] ?? ''}: skipped its tests.`);
  return found;
}

/** Runs a program of the system. @returns Its exit code, and all that it printed. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  return { status, output: stdout + stderr };
}
