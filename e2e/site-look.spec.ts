import type { Page } from '@playwright/test';
import { expect, test } from './support/edition.fixture.ts';

/** The colour that marks the page where a visitor is. */
const accentOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));

test('every page has the archive’s logo, and its lines in the footer @files', async ({ page, open }) => {
  for (const path of ['index.html', 'replies/2019/cppcc-12-2-283.html', 'guide/sample.html']) {
    await open(path);
    const logo = page.getByRole('banner').locator('img.site-logo');
    await expect(logo).toHaveJSProperty('naturalWidth', 128);
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /logo\.png$/);
    const footer = page.getByRole('contentinfo');
    await expect(footer).toContainText('主办：虚构市人民政府办公室');
    await expect(footer.getByRole('link', { name: '虚ICP备00000000号' })).toHaveAttribute(
      'href',
      'https://beian.example/',
    );
  }
});

test('its colour follows the appearance, and gives way to high contrast', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open('index.html');
  await expect.poll(() => accentOf(page)).toBe('#1d4f80');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => accentOf(page)).toBe('#8fb8ea');
  await page.evaluate(() => {
    document.documentElement.dataset.contrast = 'more';
  });
  await expect.poll(() => accentOf(page)).toBe('#ff9e92');
});

test('a page shows the picture beside it', async ({ page, open }) => {
  await open('guide/sample.html');
  const picture = page.getByRole('img', { name: '一张蓝色的示意图' });
  await expect(picture).toHaveJSProperty('naturalWidth', 600);
  await page.setViewportSize({ width: 360, height: 640 });
  await expect
    .poll(async () => (await picture.boundingBox())?.width ?? Number.POSITIVE_INFINITY)
    .toBeLessThan(361);
});
