import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds an edition as an editor does, by running `dafu build`.
 *
 * @throws Error with the command's output when it fails.
 */
export async function buildByCommand(
  content: string,
  out: string,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  await runCommand(['build', '--content', content, '--out', out], env);
}

/** Packs an edition as an editor does, by running `dafu archive`. @param key Path of a secret key. */
export async function archiveByCommand(edition: string, out: string, key?: string): Promise<void> {
  await runCommand(['archive', edition, '--out', out, ...(key === undefined ? [] : ['--sign', key])]);
}

async function runCommand(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const args = [join(root, 'src/cli/main.ts'), ...words];
  const child = spawn(process.execPath, args, {
    ...{ cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${words.join(' ')} failed:\n${Buffer.concat(said).toString()}`);
}
