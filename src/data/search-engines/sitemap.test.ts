import { expect, test } from 'vitest';
import { writeOpenSearch } from './open-search.ts';
import { writeSitemaps } from './sitemap.ts';
import { validateXml } from '../standards/validate.fixture.ts';

const url = 'https://archive.example/dafu/';
const pages = [
  { path: 'index.html' },
  { path: 'replies/2019/a.html', changedOn: '2019-06-10' },
  { path: 'replies/2020/b.html', changedOn: '2020-07-01' },
];

test('a sitemap lists every page, with the day on which a letter changed', () => {
  const [file, ...others] = writeSitemaps(pages, url);
  expect(others).toEqual([]);
  validateXml(file?.contents ?? '', 'sitemap.xsd');
  expect(file?.contents).toContain('<loc>https://archive.example/dafu/</loc>');
  expect(file?.contents.replace(/\n/g, '')).toContain(
    '<loc>https://archive.example/dafu/replies/2019/a.html</loc><lastmod>2019-06-10</lastmod>',
  );
});

test('more pages than fit in one file are split into several, listed by an index', () => {
  const files = writeSitemaps(pages, url, 2);
  expect(files.map(({ name }) => name)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
  for (const { contents } of files) validateXml(contents, 'sitemap.xsd');
  expect(files[0]?.contents).toContain('https://archive.example/dafu/sitemap-2.xml');
  const counts = files.slice(1).map(({ contents }) => contents.match(/<loc>/g)?.length);
  expect(counts).toEqual([2, 1]);
});

test('the validator rejects a relative address and a malformed day', () => {
  const [file] = writeSitemaps(pages, url);
  for (const [from, to] of [
    ['https://archive.example/dafu/replies', 'replies'],
    ['2019-06-10', '2019年6月10日'],
  ] as const)
    expect(() => {
      validateXml(file?.contents.replace(from, to) ?? '', 'sitemap.xsd');
    }).toThrow();
});

test('the search description has a name of the permitted length', () => {
  const site = { name: '一个名字很长很长很长很长很长的虚构档案', description: '虚构 & 说明' };
  const description = writeOpenSearch(site, url);
  validateXml(description, 'opensearch.rng');
  expect(description).toContain('template="https://archive.example/dafu/search.html?q={searchTerms}"');
  expect(() => {
    validateXml(description.replace('{searchTerms}', ''), 'opensearch.rng');
  }).toThrow();
});
