import { expect, test } from 'vitest';
import { pageRecord } from './page-record.ts';

const page = (extent: string) => `<!doctype html><title>页 · 站</title><nav>导航</nav>
<main id="content"${extent} class="prose-page"><h1>修改<em>答复</em></h1><p>第一段，
见<a href="b.html">下页</a>。</p><h2>保存</h2><ul><li>甲</li><li>乙 &amp; 丙</li></ul><nav>本组各页</nav><script>x()</script></main>`;

test('a page that declares its text is found by its title first, then by all that is read on it', () => {
  expect(pageRecord('guide/edit.html', page(' data-quick-find="text"'))).toEqual({
    path: 'guide/edit.html',
    texts: ['修改答复', '第一段， 见下页。 保存 甲 乙 & 丙'],
    meta: { title: '修改答复', type: '本站页面' },
    filters: { kind: ['本站页面'] },
    date: '9999',
  });
});

test('a page that declares its title is found by that alone', () => {
  expect(pageRecord('years/2019.html', page(' data-quick-find="title"'))?.texts).toEqual(['修改答复']);
});

test('a page that declares nothing, or has no title, is not found', () => {
  expect(pageRecord('a.html', page(''))).toBeUndefined();
  expect(pageRecord('a.html', page(' data-quick-find="all"'))).toBeUndefined();
  expect(pageRecord('a.html', '<main data-quick-find="text"><p>正文</p></main>')).toBeUndefined();
});
