import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { servePlainly } from './support/plain-host.fixture.ts';

/** Another site of the agency, with an index of Pagefind's own making. */
const portal = join(dirname(corpusEditionFolder), 'portal');

/** @param edition Address of the edition, with a closing slash. */
const portalPage = (edition: string) => `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8" />
  <title>虚构门户</title>
  <input aria-label="站内搜索" />
  <ol></ol>
  <script type="module">
    import * as pagefind from './pagefind/pagefind.js';
    const edition = new URL('${edition}');
    await pagefind.mergeIndex(new URL('pagefind/', edition).href, { baseUrl: edition.href });
    const [box, list] = [document.querySelector('input'), document.querySelector('ol')];
    box.addEventListener('input', async () => {
      const { results } = await pagefind.search(box.value);
      const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      list.replaceChildren(...found.map(({ url, meta, excerpt }) => {
        const item = document.createElement('li');
        const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title });
        item.append(link, Object.assign(document.createElement('p'), { innerHTML: excerpt }));
        return item;
      }));
    });
    document.documentElement.dataset.ready = '';
  </script>
</html>
`;

test.beforeAll(async ({ transport }) => {
  test.skip(transport === 'file', 'Pagefind’s own runtime loads by fetch, which a file may not.');
  await rm(portal, { recursive: true, force: true });
  await mkdir(portal, { recursive: true });
  const { index } = await createIndex({});
  const added = await index?.addHTMLFile({
    url: '/portal/news.html',
    content: '<html lang="zh-CN"><body><h1>门户新闻：双创平台开放日（虚构）</h1></body></html>',
  });
  expect(added?.errors).toEqual([]);
  await index?.writeFiles({ outputPath: join(portal, 'pagefind') });
  await close();
});

test('a page of another site finds letters with its own stock Pagefind, and its own pages', async ({
  page,
  troubles,
}) => {
  const [site, archive] = [await servePlainly(portal), await servePlainly(corpusEditionFolder)];
  await writeFile(join(portal, 'index.html'), portalPage(archive.address));
  await page.goto(`${site.address}index.html`);
  await expect(page.locator('html')).toHaveAttribute('data-ready');
  await page.getByRole('textbox').fill('双创平台');
  const items = page.getByRole('listitem');
  await expect(items.filter({ hasText: '门户新闻' })).toHaveCount(1);
  const letter = items.filter({ hasText: '第283号' });
  await expect(letter.getByRole('paragraph')).toContainText('双创');
  await letter.getByRole('link').click();
  await expect(page).toHaveURL(`${archive.address}replies/2019/cppcc-12-2-283.html`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('283');

  // Both sites are others than the one that specs usually open.
  const others = [site, archive].map(({ address }) => `request: ${address}`);
  expect(troubles.filter((trouble) => !others.some((other) => trouble.startsWith(other)))).toEqual([]);
  troubles.length = 0;
  for (const { close: stop } of [site, archive]) stop();
});
