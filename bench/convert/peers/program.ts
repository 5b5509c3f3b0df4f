import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Asks a program for its version.
 *
 * @returns The first number with a point; undefined if the program is not installed.
 */
export function versionOf(program: string, ...args: string[]): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) return undefined;
  return /\d+(\.\d+)+/.exec(`${stdout}\n${stderr}`)?.[0] ?? '';
}

/** Runs a program and returns its output as UTF-8. Fails if the program does, or after two minutes. */
export async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { timeout: 120_000, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
