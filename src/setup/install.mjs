// Installs what package-lock.json names when node_modules does not match it. Runs before `npm start`,
// `npm test` and `npm run demo`, on whatever Node the machine has (20 or newer), so it imports nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Whether node_modules holds what the lock file names: same packages, same versions, and the Node
 * binary that the `node` package's install script brings. Packages for other platforms may be absent.
 *
 * @param {string} folder The project's root.
 */
export function isInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  delete wanted[''];
  const complete = Object.entries(wanted).every(([path, { version, optional }]) =>
    present[path] ? present[path].version === version : optional === true,
  );
  return (
    complete &&
    Object.keys(present).every((path) => path in wanted || isPlatformNode(path)) &&
    hasNode(folder)
  );
}

/** Runs `npm ci` and ends the process with a message in Chinese and English when it fails. */
export function install() {
  if (isInstalled(root)) return;
  console.error('正在安装依赖（npm ci） · installing dependencies');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm gives its own path to the scripts it runs; outside npm it is looked for on PATH.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0 || !hasNode(root)) {
    console.error(
      '依赖安装失败：请检查网络和 npm 的设置后重试；也可手动运行 npm ci 查看详情。\n' +
        'Installing failed: check the network and npm’s settings, or run `npm ci` to see more.',
    );
    process.exit(1);
  }
}

/** @param {string} file */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// The `node` package installs its platform's binary itself, beside the lock file.
/** @param {string} path */
function isPlatformNode(path) {
  return /(^|\/)node-(linux|darwin|win)-[^/]+$/.test(path);
}

/** @param {string} folder */
function hasNode(folder) {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return existsSync(join(folder, 'node_modules', 'node', 'bin', binary));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
