import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of axe that look at colours. To all others a page is the same in every appearance. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on a page: the rule and the elements that break it.
 *
 * @param only `colours` for a page that all rules have seen, when nothing but its colours has changed since.
 */
export async function violations(page: Page, only?: 'colours'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    // Runs in the page itself, which has no frames: the other mode opens a second page for each run.
    .setLegacyMode()
    .options({
      // Preloading reads the stylesheets by XMLHttpRequest, which a `file:` page may not.
      preload: false,
      // What keeps the rules is not told in full: that takes longer than to find it.
      resultTypes: ['violations'],
      ...(only === 'colours' ? { runOnly: { type: 'rule', values: colourRules } } : {}),
    });
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The same in light and in dark colours, as the visitor's system wishes them. */
export async function violationsInBothSchemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return { light, dark: await violations(page, 'colours') };
}

/** No violations in either. */
export const noneInBothSchemes = { light: [], dark: [] };
