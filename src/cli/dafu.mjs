#!/usr/bin/env node
// The command line itself is TypeScript, which Node runs directly from 24 on. On an older Node this
// starts the Node that the project installs for itself.
import { spawn } from 'node:child_process';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';
import { install } from '../setup/install.mjs';
import { nodeBinary, runsProject } from '../setup/node-binary.mjs';

install();
// Compiling takes half the time of a short command. Node 20 cannot keep what it compiled.
module.enableCompileCache?.(fileURLToPath(new URL('../../.cache/node', import.meta.url)));

const node = nodeBinary(fileURLToPath(new URL('../..', import.meta.url)));
if (runsProject() || node === undefined) {
  await import('./main.ts');
} else {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
