import { expect, test } from './support/edition.fixture.ts';

for (const path of ['index.html', 'replies/2019/cppcc-12-2-283.html', 'search.html'])
  test(`no focus ring is clipped in ${path}`, async ({ page, open }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await open(path);
      // Only keyboard focus has a ring.
      await page.keyboard.press('Tab');
      const cut = await page.evaluate(() => {
        const found: string[] = [];
        for (const element of document.querySelectorAll<HTMLElement>('main :is(a, button, input, summary)')) {
          element.focus();
          if (document.activeElement !== element) continue;
          const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
          const name = element.textContent.trim();
          if (outlineStyle === 'none') found.push(`no ring: ${name}`);
          const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
          const { left, right } = element.getBoundingClientRect();
          for (let above = element.parentElement; above?.matches('main *'); above = above.parentElement) {
            if (getComputedStyle(above).overflowX === 'visible') continue;
            const edge = above.getBoundingClientRect();
            if (left - ring < edge.left - 0.5 || right + ring > edge.right + 0.5) found.push(name);
          }
        }
        return found;
      });
      expect(cut, `${width} px`).toEqual([]);
    }
  });
