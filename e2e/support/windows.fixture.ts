import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/**
 * The windows of a worker, kept from spec to spec: a new one costs Chromium more than most specs do. Each
 * is handed out as if it were new, with nothing stored, no route, no permission and the size and
 * appearance that it opened with.
 */
export interface Windows {
  /** A window in which pages run scripts, or run none. */
  page: (scripts: boolean) => Promise<Page>;
  /** Takes a window back after a spec. One that cannot be made as new is closed. */
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
      const asNew = await makeAsNew(page).then(
        () => true,
        () => false,
      );
      if (asNew) return;
      for (const [scripts, one] of contexts) if (one === context) contexts.delete(scripts);
      await context.close();
    },
    async close() {
      for (const context of contexts.values()) await context.close();
    },
  };
}

/** @throws Error when another window was opened, or the page is in a state in which it answers nothing. */
async function makeAsNew(page: Page): Promise<void> {
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
/** What Playwright's `Desktop Chrome` has. */
const usualSize = { width: 1280, height: 720 };
