#!/usr/bin/env node
// The command line itself needs a new Node. On an older one this starts the Node that comes with the program's packages.
// In the repository the program is TypeScript, which Node runs directly, and its packages are installed when they are
// missing; the package has it compiled (src/setup/package).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';
import { install } from '../setup/install.mjs';
import { nodeBinary, oldestNode, runsProject } from '../setup/node-binary.mjs';

const source = new URL('./main.ts', import.meta.url);
const isRepository = existsSync(source);
const main = isRepository ? source : new URL('../../lib/cli/main.js', import.meta.url);

if (isRepository) install();
// Compiling takes half the time of a short command. Node 20 cannot keep what it compiled.
if (isRepository) module.enableCompileCache?.(fileURLToPath(new URL('../../.cache/node', import.meta.url)));

const node = nodeBinary(fileURLToPath(new URL('../..', import.meta.url)));
if (runsProject()) {
  await import(main.href);
} else if (node === undefined) {
  console.error(
    `需要 Node ${oldestNode} 或更新的版本（现为 ${process.versions.node}），随程序安装的 Node 不适用于本机或没有装上。请安装 Node ${oldestNode} 后重试。\n` +
      `Node ${oldestNode} or newer is needed: no Node for this machine came with the packages.`,
  );
  process.exitCode = 1;
} else {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
