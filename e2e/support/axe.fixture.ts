import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';

/** What a page looks like to a visitor, by the system's preference and the visitor's own choices. */
interface Appearance {
  name: string;
  system: 'light' | 'dark';
  /** Changes in the page's display settings; the other settings stay as they are. */
  chosen?: Record<string, string>;
}

const appearances: readonly Appearance[] = [
  { name: 'light', system: 'light' },
  { name: 'dark', system: 'dark' },
  { name: 'high contrast, dark', system: 'dark', chosen: { contrast: 'more' } },
  { name: 'high contrast, light', system: 'light' },
  { name: 'largest letters', system: 'light', chosen: { contrast: 'auto', text: 'larger' } },
];

/** Runs all rules that are enabled by default. */
const options: RunOptions = {
  // Preloading fetches the stylesheets by XMLHttpRequest, which a `file:` page may not use.
  preload: false,
  // Passes are not reported in full, nor are selectors of nodes: that takes as long as finding the
  // violations.
  resultTypes: ['violations'],
  ancestry: false,
  elementRef: false,
  selectors: false,
  xpath: false,
};

/** Half the size of `axe.source`, which every page has to parse. */
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Lists what axe finds wrong on a page in each appearance, or as a file in the first: the appearance, the rule and
 * the elements that break it. The page is left in the last appearance.
 *
 * @param settings Whether the page has display settings.
 */
export async function violations(page: Page, settings = true): Promise<string[]> {
  await page.evaluate(source);
  const found: string[] = [];
  // A page opened as a file has the markup and the stylesheets that it has on a server: only what its scripts make
  // of it there may differ, which one appearance shows.
  const seen = page.url().startsWith('file:') ? appearances.slice(0, 1) : appearances;
  for (const { name, system, chosen = {} } of seen) {
    if (!settings && Object.keys(chosen).length > 0) continue;
    await page.emulateMedia({ colorScheme: system });
    for (const [setting, value] of Object.entries(chosen)) await choose(page, setting, value);
    const broken = await page.evaluate(async (run) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const results = await inPage.run(run);
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, options);
    found.push(...broken.map((violation) => `${name}: ${violation}`));
  }
  return found;
}

/** Changes a display setting, even if the settings are closed. */
async function choose(page: Page, setting: string, value: string): Promise<void> {
  const inForce = await page
    .locator(`form[data-appearance] input[name=${setting}][value=${value}]`)
    .evaluate((choice: HTMLInputElement) => {
      choice.click();
      return document.documentElement.dataset[choice.name] ?? 'auto';
    });
  expect(inForce).toBe(value);
}
