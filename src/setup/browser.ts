// Finds a Chromium for the browser tests, or gets one: Playwright's own where it can be downloaded,
// else the system's, else the system's package.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Debian's package with a Chromium without windows, and what it installs. */
const windowlessPackage = 'chromium-headless-shell';
const windowless = `/usr/bin/${windowlessPackage}`;
const isRoot = process.getuid?.() === 0;

/**
 * The browser that the tests use.
 *
 * @returns Path of a Chromium; undefined when there is none.
 */
export function findBrowser(): string | undefined {
  return [process.env.DAFU_BROWSER, chromium.executablePath(), ...systemBrowsers()].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/**
 * The browser for Playwright to launch: one without windows, where there is one. It takes half the time for a
 * page, and a twentieth for a PDF.
 *
 * @returns Path of a Chromium; undefined for Playwright's own, of which it launches the part without windows.
 */
export function browserToLaunch(): string | undefined {
  if (process.env.DAFU_BROWSER === undefined) {
    if (existsSync(chromium.executablePath())) return undefined;
    if (existsSync(windowless)) return windowless;
  }
  return findBrowser();
}

/**
 * Gets a browser when there is none, or ends the process saying what to do. Where this user may install
 * packages without being asked, it gets one without windows beside one that has them.
 */
export function ensureBrowser(): void {
  if (process.env.DAFU_BROWSER !== undefined || existsSync(chromium.executablePath())) return;
  if (once(`download ${chromium.executablePath()}`, download) || existsSync(windowless)) return;
  if (isRoot && once(`install ${windowlessPackage}`, () => installPackage(windowlessPackage))) return;
  // Older systems have the browser only with its windows.
  if (findBrowser() !== undefined || installPackage(windowlessPackage) || installPackage('chromium')) return;
  console.error(
    '没有可用的浏览器，浏览器测试无法运行。请任选其一：\n' +
      '  · 运行 npx playwright install --with-deps chromium\n' +
      '  · 安装系统的 Chromium 或 Chrome（Debian：sudo apt-get install chromium fonts-noto-cjk）\n' +
      '  · 设 DAFU_BROWSER 为已有 Chromium 的路径\n' +
      'No browser for the browser tests: install one as above, or set DAFU_BROWSER to its path.',
  );
  process.exit(1);
}

/** Does what fails on some machines; a failure is remembered, so that each run does not wait for it again. */
function once(what: string, attempt: () => boolean): boolean {
  const failures = join(root, '.cache', 'browser-failures');
  const failed = existsSync(failures) ? readFileSync(failures, 'utf8').split('\n') : [];
  if (failed.includes(what)) return false;
  if (attempt()) return true;
  mkdirSync(join(root, '.cache'), { recursive: true });
  appendFileSync(failures, `${what}\n`);
  return false;
}

/** Downloads Playwright's Chromium. */
function download(): boolean {
  console.error('正在下载测试用的浏览器 · downloading a browser for the tests');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000 });
  const version = chromium.executablePath();
  // An executable that cannot start for lack of system libraries is no browser.
  return existsSync(version) && spawnSync(version, ['--version']).status === 0;
}

/** Installs a package of Debian (or Ubuntu) with a Chromium, and Chinese fonts, when this user may. */
function installPackage(name: string): boolean {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.error(`正在安装系统的 ${name}（apt-get） · installing the system’s ${name}`);
  const run = (...args: string[]) => {
    const [command = '', ...rest] = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  };
  run('update', '-q');
  return (
    run('install', '-q', '-y', '--no-install-recommends', name, 'fonts-noto-cjk') &&
    findBrowser() !== undefined
  );
}

/** Where the platforms put Chromium, Chrome and Edge. */
function systemBrowsers(): string[] {
  if (process.platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const base = process.env[name];
      if (!base) return [];
      return [
        join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ];
    });
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return [...names.map((name) => `/usr/bin/${name}`), windowless];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBrowser();
