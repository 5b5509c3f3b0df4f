import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { siteRoot } from './site-root.ts';

test.each([
  ['/replies/2019/missing.html', '/'],
  ['/archive/replies/2019/missing.html', '/archive/'],
  ['/archive/years/1900.html', '/archive/'],
  ['/archive/agencies/missing.html', '/archive/'],
  ['/archive/data/missing.json', '/archive/'],
  ['/missing.html', '/'],
  ['/archive/missing.html', '/archive/'],
])('the root above %s is %s', (pathname, root) => {
  expect(siteRoot(pathname, '/')).toBe(root);
});

test('a declared base takes precedence', () => {
  expect(siteRoot('/dafu/a/b/missing.html', '/dafu')).toBe('/dafu/');
});

test('it is self-contained when embedded in the page as source', () => {
  expect(runInNewContext(`(${siteRoot.toString()})('/a/replies/2019/x.html', '/')`)).toBe('/a/');
});
