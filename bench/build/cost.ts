import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOfTree } from '../memory.ts';

/** What a command cost. */
export interface Cost {
  /** Wall time. */
  seconds: number;
  /** Peak of the resident memory of all its processes together, in bytes. */
  memory: number;
}

/** How often memory is looked at, in milliseconds. */
const interval = 50;

/**
 * Runs commands one after the other and measures them together.
 *
 * @throws Error with their last words when one fails.
 */
export async function costOf(commands: readonly (readonly string[])[], folder: string): Promise<Cost> {
  const total = { seconds: 0, memory: 0 };
  for (const command of commands) {
    const { seconds, memory } = await costOfOne(command, folder);
    total.seconds += seconds;
    total.memory = Math.max(total.memory, memory);
  }
  return total;
}

function costOfOne([file = '', ...args]: readonly string[], folder: string): Promise<Cost> {
  const began = performance.now();
  const child = spawn(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let memory = 0;
  const sampling = setInterval(() => {
    memory = Math.max(memory, memoryOfTree(child.pid ?? 0));
  }, interval);
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      clearInterval(sampling);
      if (status === 0) resolve({ seconds: (performance.now() - began) / 1000, memory });
      else reject(new Error(`${file}: ${said}`));
    });
  });
}

/** Counts the files below a folder and their bytes. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const size = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size.files += 1;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return size;
}
