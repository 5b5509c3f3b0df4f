import type { Locator, Page } from '@playwright/test';

/** Locators of the quick find. */

export const quickFindBox = (page: Page): Locator => page.locator('form[data-quick-find] input');
export const offered = (page: Page): Locator =>
  page.getByRole('listbox', { name: '快速查找' }).getByRole('option');
