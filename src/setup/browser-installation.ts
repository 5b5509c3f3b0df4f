// Makes sure that the tests have a browser. `node src/setup/browser-installation.ts`
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser, windowlessPackage } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fonts = 'fonts-noto-cjk';

/** What the installation of a browser requires of the machine. */
export interface Machine {
  /** Whether there is any Chromium that the tests can use. @throws Error when the requested one does not exist. */
  hasBrowser: () => boolean;
  /** Downloads Playwright's Chromium; true if it can be started. */
  download: () => boolean;
  /** Whether this user may install system packages without a password. */
  isRoot: boolean;
  /** Whether the system has Debian packages. */
  hasApt: boolean;
  /** Runs a command; true on success. */
  run: (command: readonly string[]) => boolean;
  say: (text: string) => void;
}

/**
 * Installs a browser for the tests if there is none: Playwright's own, or else a system package. Nothing is
 * installed if any Chromium is present, and never with privileges that this user does not have.
 *
 * @returns Whether there is a browser afterwards.
 */
export function getBrowser(machine: Machine): boolean {
  try {
    if (machine.hasBrowser() || machine.download()) return true;
  } catch (error) {
    machine.say(error instanceof Error ? error.message : String(error));
    return false;
  }
  if (machine.isRoot && machine.hasApt) {
    runAloud(machine, ['apt-get', 'update', '-q']);
    // Older systems have no headless package.
    for (const name of [windowlessPackage, 'chromium']) {
      const command = ['apt-get', 'install', '-q', '-y', '--no-install-recommends', name, fonts];
      if (runAloud(machine, command) && machine.hasBrowser()) return true;
    }
  }
  machine.say(
    '没有可用的浏览器，浏览器测试无法运行。请任选其一：\n' +
      '  · 运行 npx playwright install --with-deps chromium\n' +
      `  · 安装系统的 Chromium 或 Chrome（Debian：sudo apt-get install chromium ${fonts}）\n` +
      '  · 设 DAFU_BROWSER 为已有 Chromium 的路径\n' +
      'No browser for the browser tests: install one as above, or set DAFU_BROWSER to its path.',
  );
  return false;
}

function runAloud(machine: Machine, command: readonly string[]): boolean {
  machine.say(`正在运行 · running: ${command.join(' ')}`);
  return machine.run(command);
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    hasBrowser: () => findBrowser() !== undefined,
    download: () => once(`download ${chromium.executablePath()}`, download),
    isRoot: process.getuid?.() === 0,
    hasApt: process.platform === 'linux' && spawnSync('apt-get', ['--version']).status === 0,
    run([command = '', ...args]) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      return spawnSync(command, args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
    },
    say(text) {
      console.error(text);
    },
  };
}

/** Attempts what fails on some machines; a failure is remembered, so that later runs do not wait for it again. */
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
  // An executable that lacks system libraries cannot start.
  return existsSync(version) && spawnSync(version, ['--version']).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !getBrowser(thisMachine())) process.exitCode = 1;
