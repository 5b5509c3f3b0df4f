import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { isDeep } from '../../src/setup/depth.ts';

/** What a page looks like to a visitor, by the system's preference and the visitor's own choices. */
interface Appearance {
  name: string;
  system: 'light' | 'dark';
  /** Choices in the page's display settings. */
  chosen?: Record<string, string>;
}

const appearances: readonly Appearance[] = [
  { name: 'light', system: 'light' },
  { name: 'dark', system: 'dark' },
  { name: 'high contrast, dark', system: 'dark', chosen: { contrast: 'more' } },
  { name: 'high contrast, light', system: 'light', chosen: { contrast: 'more' } },
  { name: 'largest letters', system: 'light', chosen: { contrast: 'auto', text: 'larger' } },
];

/** Rules about colours and sizes. All others find the same in every appearance. */
const visual = ['color-contrast', 'link-in-text-block', 'target-size'];

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
 * What is looked at, and by which rules: in `npm run test:deep` all of both. In `npm test` a page is held to all rules in
 * the first appearance and to the visual ones in another, to which tests take turns; opened as a file it has the
 * stylesheets and the markup that it has on a server, and only what its scripts make of it may differ.
 */
function looks(page: Page, settings: boolean): [Appearance, RunOptions][] {
  const shown = appearances.filter(({ chosen }) => settings || chosen === undefined);
  if (isDeep) return shown.map((appearance) => [appearance, options]);
  const [first, ...others] = shown;
  if (first === undefined) return [];
  if (page.url().startsWith('file:')) {
    const rules = Object.fromEntries(visual.map((rule) => [rule, { enabled: false }]));
    return [[first, { ...options, rules }]];
  }
  const turn = Array.from(test.info().title).reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0);
  return [
    [first, options],
    ...others
      .filter((_, at) => at === turn % others.length)
      .map((other): [Appearance, RunOptions] => [other, { ...options, runOnly: visual }]),
  ];
}

/**
 * Lists what axe finds wrong on a page: the appearance, the rule and the elements that break it. The page is left in the
 * last appearance.
 *
 * @param settings Whether the page has display settings.
 */
export async function violations(page: Page, settings = true): Promise<string[]> {
  await page.evaluate(source);
  const found: string[] = [];
  for (const [{ name, system, chosen = {} }, rules] of looks(page, settings)) {
    await page.emulateMedia({ colorScheme: system });
    for (const [setting, value] of Object.entries(chosen)) await choose(page, setting, value);
    const broken = await page.evaluate(async (run) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const results = await inPage.run(run);
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, rules);
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
