import { expect, test } from 'vitest';
import { listRedirects } from './redirect-page.ts';

const data = { title: '答复（虚构）', issuer: '虚构局', aliases: ['2018/old', '2019/older'] };

test('every old address of a letter leads to it, and that of its comparison to its comparison', () => {
  const pages = listRedirects([{ id: '2020/new', data, comparable: true }]).map(({ from, to }) => [from, to]);
  expect(pages).toEqual([
    ['replies/2018/old.html', 'replies/2020/new.html'],
    ['replies/2018/old.compare.html', 'replies/2020/new.compare.html'],
    ['replies/2019/older.html', 'replies/2020/new.html'],
    ['replies/2019/older.compare.html', 'replies/2020/new.compare.html'],
  ]);
});

test('a letter without a comparison has no old address of one', () => {
  const pages = listRedirects([{ id: '2020/new', data, comparable: false }]);
  expect(pages.map(({ from }) => from)).toEqual(['replies/2018/old.html', 'replies/2019/older.html']);
});
