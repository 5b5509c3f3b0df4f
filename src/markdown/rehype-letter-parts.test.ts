import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { rehypeLetterParts } from './rehype-letter-parts.ts';

const mark = (html: string) =>
  rehype().data('settings', { fragment: true }).use(rehypeLetterParts).processSync(html).toString();

test('salutation, signature and date are marked', () => {
  expect(mark('<p>魏兰委员：</p><p>收悉，现答复如下：</p><p>省发展改革委</p><p>2019年6月10日</p>')).toBe(
    '<p class="salutation">魏兰委员：</p><p>收悉，现答复如下：</p>' +
      '<p class="signature">省发展改革委</p><p class="date">2019年6月10日</p>',
  );
});

test('several names above the date are marked, and what follows the date is not', () => {
  expect(
    mark('<p>正文。</p><p>甲局</p><p>乙局</p><p>二〇二一年十二月三十一日</p><p>（联系人：某某）</p>'),
  ).toBe(
    '<p>正文。</p><p class="signature">甲局</p><p class="signature">乙局</p>' +
      '<p class="date">二〇二一年十二月三十一日</p><p>（联系人：某某）</p>',
  );
});

test('a sentence or a heading above the date is no name', () => {
  expect(mark('<p>某某：</p><p>感谢您的支持！</p><p>2019年6月10日</p>')).not.toContain('signature');
  expect(mark('<h2>一、工作</h2><p>2019年6月10日</p>')).not.toContain('signature');
});

test('a letter without a date has no closing', () => {
  expect(mark('<p>正文。</p><p>甲局</p>')).toBe('<p>正文。</p><p>甲局</p>');
});
