import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from './program-folder.ts';

/** The version of the program, as its package.json states it. */
export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
