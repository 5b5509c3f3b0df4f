// Finds a Chromium for the browser tests, or gets one: Playwright's own where it can be downloaded,
// else the system's, else the system's package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What Debian's package of that name installs. */
const windowless = '/usr/bin/chromium-headless-shell';
const failedDownload = join(root, '.cache', 'browser-download-failed');

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
 * The browser for Playwright to launch: one without windows, where there is one, is half the work to run.
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

/** Gets a browser when there is none, or ends the process saying what to do. */
export function ensureBrowser(): void {
  if (process.env.DAFU_BROWSER !== undefined || existsSync(chromium.executablePath())) return;
  if (download() || findBrowser() !== undefined || installPackage()) return;
  console.error(
    '没有可用的浏览器，浏览器测试无法运行。请任选其一：\n' +
      '  · 运行 npx playwright install --with-deps chromium\n' +
      '  · 安装系统的 Chromium 或 Chrome（Debian：sudo apt-get install chromium fonts-noto-cjk）\n' +
      '  · 设 DAFU_BROWSER 为已有 Chromium 的路径\n' +
      'No browser for the browser tests: install one as above, or set DAFU_BROWSER to its path.',
  );
  process.exit(1);
}

/** Downloads Playwright's Chromium; a failure is remembered, so that each run does not wait for it again. */
function download(): boolean {
  const version = chromium.executablePath();
  if (existsSync(failedDownload) && readFileSync(failedDownload, 'utf8') === version) return false;
  console.error('正在下载测试用的浏览器 · downloading a browser for the tests');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000 });
  // An executable that cannot start for lack of system libraries is no browser.
  const ok = existsSync(version) && spawnSync(version, ['--version']).status === 0;
  if (!ok) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(failedDownload, version);
  }
  return ok;
}

/** Installs Debian's (or Ubuntu's) Chromium, without windows if it can, with Chinese fonts, when this user may. */
function installPackage(): boolean {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.error('正在安装系统的 Chromium（apt-get） · installing the system’s Chromium');
  const run = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  };
  run('update', '-q');
  // Older systems have the browser only with its windows.
  return ['chromium-headless-shell', 'chromium'].some(
    (name) =>
      run('install', '-q', '-y', '--no-install-recommends', name, 'fonts-noto-cjk') &&
      findBrowser() !== undefined,
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
