import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './edition.ts';

const pages = {
  'the home page': 'index.html',
  'a letter': 'replies/2019/cppcc-12-2-283.html',
  'a letter with a table and long names': 'replies/2018/long-agency.html',
  'a year': 'years/2020.html',
  'the search page before a search': 'search.html',
  'the search page with results': `search.html?q=${encodeURIComponent('虚构')}`,
  'the search page when nothing is found': `search.html?q=${encodeURIComponent('关于xyz')}`,
  'the page for a missing address': '404.html',
};

for (const colorScheme of ['light', 'dark'] as const)
  for (const [name, path] of Object.entries(pages))
    test(`${name} has no accessibility violations in ${colorScheme} colours`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme });
      await open(path);
      if (path.includes('?q='))
        await expect(page.locator('ol[data-results]')).toHaveAttribute('data-state', 'done');
      // Preloading reads the stylesheets by XMLHttpRequest, which a `file:` page may not.
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });

test('the first Tab reaches the link that skips to the content', async ({ page, open }) => {
  await open('index.html');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /跳到|跳转/ });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
});
