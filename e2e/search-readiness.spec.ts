import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';
import { items } from './support/search-locators.fixture.ts';

test.use({ folder: corpusEditionFolder });

test('the page warms up before a search is requested @files', async ({ page, open }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open('search.html');
  await expect
    .poll(() => asked.filter((url) => /\/(?:head|captions|chunks)\.js(?:\?|$)/.test(url)).length)
    .toBe(3);
  await expect(items(page)).toHaveCount(0);
});

test('with data saving on, the page loads nothing before a search', async ({ ownPage, address }) => {
  await ownPage.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const asked: string[] = [];
  ownPage.on('request', (request) => asked.push(request.url()));
  await ownPage.goto(`${address}search.html`);
  await ownPage.waitForTimeout(1500);
  const paths = asked.map((url) => url.slice(address.length));
  expect(paths.filter((path) => /^search\/.*\.js/.test(path))).toEqual(['search/entry.js']);
});
