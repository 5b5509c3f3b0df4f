import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/**
 * The windows of a worker, reused from test to test, because opening one takes longer than most tests. Each
 * is handed out in its initial state: nothing stored, no routes, no permissions, initial size and appearance.
 */
export interface Windows {
  /** A window with JavaScript enabled or disabled. */
  page: (scripts: boolean) => Promise<Page>;
  /** Takes a window back after a test. If it cannot be reset, it is closed. */
  giveBack: (page: Page) => Promise<void>;
  close: () => Promise<void>;
}

export function createWindows(browser: Browser): Windows {
  const contexts = new Map<boolean, BrowserContext>();
  return {
    async page(scripts) {
      const options: BrowserContextOptions = scripts ? {} : { javaScriptEnabled: false };
      const context = contexts.get(scripts) ?? (await browser.newContext(options));
      contexts.set(scripts, context);
      return context.pages()[0] ?? (await context.newPage());
    },
    async giveBack(page) {
      const context = page.context();
      const isReset = await reset(page).then(
        () => true,
        () => false,
      );
      if (isReset) return;
      for (const [scripts, one] of contexts) if (one === context) contexts.delete(scripts);
      await context.close();
    },
    async close() {
      for (const context of contexts.values()) await context.close();
    },
  };
}

/** @throws Error when another window was opened, or the page does not respond. */
async function reset(page: Page): Promise<void> {
  const context = page.context();
  if (context.pages().length !== 1) throw new Error('other windows are open');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (page.url() !== blank)
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  await page.goto(blank);
  await page.mouse.move(0, 0);
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    contrast: null,
    forcedColors: null,
    reducedMotion: null,
  });
  await page.setViewportSize(usualSize);
  await context.clearPermissions();
}

const blank = 'about:blank';
/** As in Playwright's `Desktop Chrome`. */
const usualSize = { width: 1280, height: 720 };
