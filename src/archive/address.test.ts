import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, relativeLink } from './address.ts';

describe('relativeLink', () => {
  it.each([
    ['index.html', 'search.html', 'search.html'],
    ['index.html', 'replies/2019/a.html', 'replies/2019/a.html'],
    ['replies/2019/a.html', 'index.html', '../../index.html'],
    ['replies/2019/a.html', 'replies/2019/b.html#p3', 'b.html#p3'],
    ['replies/2019/a.html', 'replies/2020/b.html', '../2020/b.html'],
    ['replies/2019/a.html', 'search.html?q=%E5%8F%8C', '../../search.html?q=%E5%8F%8C'],
    ['index.html', 'originals/2019/a/收文 1.txt', 'originals/2019/a/%E6%94%B6%E6%96%87%201.txt'],
  ])('from %s to %s is %s', (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link);
  });

  it('resolves to its target from any place, at any base', () => {
    const segment = fc.stringMatching(/^[a-z0-9答]{1,4}$/u);
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.html`);
    fc.assert(
      fc.property(
        path,
        path,
        fc.constantFrom('http://h/', 'http://h/archive/', 'file:///tmp/%E7%AD%94%20a/'),
        (from, to, base) => {
          expect(decodeURI(new URL(relativeLink(from, to), base + from).href)).toBe(
            decodeURI(new URL(base).href + to),
          );
        },
      ),
    );
  });

  it('names a letter’s page after its id', () => {
    expect(address.reply('2019/cppcc-12-2-283')).toBe('replies/2019/cppcc-12-2-283.html');
  });

  it('leads to an original whose name looks like a query, a fragment or an encoding', () => {
    const link = relativeLink('replies/2019/a.html', address.original('2019/a/50%20 #1?.txt'));
    expect(decodeURIComponent(new URL(link, 'http://h/replies/2019/').pathname)).toBe(
      '/originals/2019/a/50%20 #1?.txt',
    );
  });
});
