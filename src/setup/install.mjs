// Runs `npm ci` when node_modules does not match package-lock.json. Runs before `npm start`, `npm test` and
// `npm run demo`, on any Node (20 or newer), so it imports no package.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHookInto } from './git-hook.mjs';
import { nodeBinary, oldestNode, runsProject } from './node-binary.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Whether node_modules matches the lock file: same packages, same versions. Packages for other platforms may
 * be absent, except the Node binary of this platform if the machine's own Node is too old.
 *
 * @param {string} folder The project's root.
 * @param {boolean} ownNode Whether the machine's own Node can run the project.
 * @param {string} [platform] This machine's, unless another is given.
 */
export function isInstalled(folder, ownNode = runsProject(), platform = undefined) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  delete wanted[''];
  const complete = Object.entries(wanted).every(([path, { version, optional }]) =>
    present[path] ? present[path].version === version : optional === true,
  );
  return (
    complete &&
    Object.keys(present).every((path) => path in wanted) &&
    (ownNode || nodeBinary(folder, platform) !== undefined)
  );
}

/** Runs `npm ci`; on failure, ends the process with a message in Chinese and English. */
export function install() {
  if (isInstalled(root)) return;
  console.error('正在安装依赖（npm ci） · installing dependencies');
  // No package may run install scripts.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm passes its own path to the scripts that it runs; outside npm it is looked up on PATH.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0)
    fail(
      '依赖安装失败：请检查网络和 npm 的设置后重试；也可手动运行 npm ci 查看详情。',
      'Installing failed: check the network and npm’s settings, or run `npm ci` to see more.',
    );
  if (!runsProject() && nodeBinary(root) === undefined)
    fail(
      `没有适用于本机（${process.platform}-${process.arch}）的 Node。请安装 Node ${oldestNode} 或更新的版本后重试。`,
      `No Node for this machine came with the packages: install Node ${oldestNode} or newer.`,
    );
  // npm runs no script above, not even the project's own.
  installHookInto(root);
}

/**
 * @param {string} chinese
 * @param {string} english
 */
function fail(chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(1);
}

/** @param {string} file */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
