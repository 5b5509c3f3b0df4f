// Finds a Chromium for the browser tests.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Debian's package of headless Chromium. */
export const windowlessPackage = 'chromium-headless-shell';
const windowless = `/usr/bin/${windowlessPackage}`;

/**
 * Finds the browser that the tests use.
 *
 * @returns Path of a Chromium, or undefined.
 * @throws Error when `DAFU_BROWSER` names no file.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env.DAFU_BROWSER;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`DAFU_BROWSER 所指的浏览器不存在：${chosen}。请改正路径，或取消这个变量。`);
  }
  return [chromium.executablePath(), ...systemBrowsers()].find((path) => existsSync(path));
}

/**
 * The browser for Playwright to launch: a headless build, if there is one. It takes half the time for a page,
 * and a twentieth for a PDF.
 *
 * @returns Path of a Chromium; undefined for Playwright's own, whose headless build it launches.
 * @throws Error when `DAFU_BROWSER` names no file.
 */
export function browserToLaunch(): string | undefined {
  const found = findBrowser();
  if (found === chromium.executablePath()) return undefined;
  return found !== process.env.DAFU_BROWSER && existsSync(windowless) ? windowless : found;
}

/** Where Chromium, Chrome and Edge are installed on each platform. */
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
