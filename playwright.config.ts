import { defineConfig, devices } from '@playwright/test';
import type { TransportOption } from './e2e/support/edition.fixture.ts';
import { isDeep } from './src/setup/depth.ts';
import { browserToLaunch } from './src/setup/browser.ts';

const browser = browserToLaunch();
const isCi = process.env.CI !== undefined;

export default defineConfig<object, TransportOption>({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/support/test-editions.fixture.ts',
  fullyParallel: true,
  forbidOnly: isCi,
  retries: 0,
  // On two cores: while one waits for its page, another has the core.
  workers: 3,
  // What a loaded machine may need: none takes a tenth of it on a quiet one.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }],
    // Kept by the workflow when a run fails, with pictures of what was on the screen.
    ...(isCi ? [['html', { open: 'never' }] as const] : []),
  ],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: isCi ? 'only-on-failure' : 'off',
    launchOptions: {
      // Where no locale is set, Chromium can name no file in Chinese.
      env: { LC_ALL: 'C.UTF-8', ...process.env },
      ...(browser === undefined ? {} : { executablePath: browser }),
      // Chromium's sandbox needs a user of its own, which a container's root has not.
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'http', use: { transport: 'http' } },
    { name: 'file', use: { transport: 'file' }, ...(isDeep ? {} : { grep: /@files/ }) },
  ],
});
