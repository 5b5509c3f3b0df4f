#!/usr/bin/env node
// The command line itself is TypeScript, which Node runs directly from 24 on. On an older Node this
// starts the Node that the project installs for itself (the `node` package).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from '../setup/install.mjs';

install();

if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import('./main.ts');
} else {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const node = fileURLToPath(new URL(`../../node_modules/node/bin/node${suffix}`, import.meta.url));
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
