import type { Locator, Page } from '@playwright/test';
import { expect } from './edition.fixture.ts';
import { attributesOf } from './reading.fixture.ts';

/** Locators and actions of the search page. */

export const results = (page: Page): Locator => page.locator('ol[data-results]');
export const items = (page: Page): Locator => results(page).locator(':scope > li');
export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: /检索/ });
export const facet = (page: Page, name: string): Locator =>
  page.locator('fieldset[data-facet]').filter({ has: page.locator('summary', { hasText: name }) });

/** Address of a search, given as `[['q', '双创'], ['kind', '提案']]`. */
export function query(entries: [string, string][]): string {
  return `search.html?${new URLSearchParams(entries).toString()}`;
}

/**
 * Delays requests for files whose address matches; on http only.
 *
 * @returns Releases them.
 */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<undefined>();
  await page.route(address, async (route) => {
    await held.promise;
    await route.continue();
  });
  return () => {
    held.resolve(undefined);
  };
}

/** Submits a query and, in the same task, clicks a button of the page if one is given. */
export async function submit(page: Page, text: string, button?: string): Promise<void> {
  await page.locator('reply-search').evaluate(
    (search, asked) => {
      const box = search.querySelector<HTMLInputElement>('input[type=search]');
      if (box) box.value = asked.text;
      box?.form?.requestSubmit();
      if (asked.button !== undefined) search.querySelector<HTMLButtonElement>(asked.button)?.click();
    },
    { text, button },
  );
}

/** Waits until a search is complete, with `total` letters if given. */
export async function done(page: Page, total?: number): Promise<void> {
  await expect(results(page)).toHaveAttribute('data-state', 'done');
  if (total !== undefined) await expect(results(page)).toHaveAttribute('data-total', String(total));
}

/** Ids of the results on this page, once a search is complete. */
export async function shownIds(page: Page): Promise<(string | null)[]> {
  await done(page);
  return attributesOf(items(page), 'data-id');
}
